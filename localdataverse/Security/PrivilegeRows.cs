using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Import;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Query;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Security;

/// <summary>
/// Every table has its privileges, and the system administrator has them all. Nobody but a query for them needs the
/// rows, so they are written when one comes: an environment opens without some thousand rows that nobody reads.
/// </summary>
internal static class PrivilegeRows
{
    private const string Privileges = "privilege";
    private const string RolePrivileges = "roleprivileges";

    /// <summary>Before a query that reads them.</summary>
    public static void BringFor(Operation operation, SelectQuery query)
    {
        if (query.Root.Joins.Count > 0 || query.Root.Table.GuardsAccess)
        {
            foreach (Source source in query.Sources) BringFor(operation, source.Table);
        }
    }

    /// <summary>Before a row of the table is read.</summary>
    public static void BringFor(Operation operation, Table table)
    {
        if (!table.GuardsAccess || table.LogicalName is not (Privileges or RolePrivileges))
        {
            return;
        }

        if (operation.Unit.InTransaction)
        {
            Bring(operation);
            return;
        }

        operation.Unit.Begin();
        try
        {
            Bring(operation);
            operation.Unit.Commit();
        }
        catch (Exception)
        {
            operation.Unit.Rollback();
            throw;
        }
    }

    /// <summary>The row that gives a privilege to a role.</summary>
    public static Entity Link(Guid role, string privilege, Depth depth) =>
        new(RolePrivileges, NameId.Of(RolePrivileges, role.ToString("N") + privilege))
        {
            ["roleid"] = role,
            ["privilegeid"] = PrivilegeRow.IdOf(privilege),
            ["privilegedepthmask"] = (int)depth,
        };

    private static void Bring(Operation operation)
    {
        Session session = operation.Session;
        Table privileges = operation.Tables.Get(Privileges);
        Table links = operation.Tables.Get(RolePrivileges);
        Guid administrator = StandardRole.IdOf(StandardRole.SystemAdministrator);
        foreach (string name in Names(operation.Engine))
        {
            Insert(session, privileges, new Entity(Privileges, PrivilegeRow.IdOf(name))
            {
                Attributes = PrivilegeRow.Columns(name),
            });
            Insert(session, links, Link(administrator, name, Depth.Global));
        }
    }

    /// <summary>Every privilege of every table, and those that belong to none.</summary>
    public static IEnumerable<string> Names(Engine engine) => engine.Tables.Tables
        .Select(engine.Secured.Of)
        .Where(table => table.HasOwnPrivileges)
        .SelectMany(table => TableSecurity.AllRights.Select(table.PrivilegeFor))
        .Concat(MessagePrivileges.WithoutTable)
        .Distinct(StringComparer.OrdinalIgnoreCase);

    private static void Insert(Session session, Table table, Entity row)
    {
        if (!session.Exists(table, row.Id))
        {
            row[table.PrimaryId] = row.Id;
            session.Insert(table, row);
        }
    }
}
