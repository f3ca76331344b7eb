using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Query;
using Dataverse.Local.Store;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Security;

/// <summary>Makes users and roles with few words, for tests and developers.</summary>
internal sealed class Principals
{
    private readonly Engine _engine;

    public Principals(Engine engine) => _engine = engine;

    public Guid AddUser(string name, IReadOnlyCollection<string> roles)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Guid[] held = InTransaction(session => roles.Select(role => RoleOf(session, role)).ToArray());
        Guid user = Administrator().Create(new Entity("systemuser")
        {
            ["lastname"] = name,
            ["domainname"] = $"{_engine.Ids.Next():N}@example.com",
            ["businessunitid"] = new EntityReference("businessunit", _engine.Identity.BusinessUnitId),
        });
        return InTransaction(session =>
        {
            foreach (Guid role in held) Put(session, Held(user, role));
            return user;
        });
    }

    public Guid AddRole(string name, PrivilegeDepth depth, IReadOnlyCollection<string> privileges)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        string[] known = [.. privileges.Select(Known)];
        return InTransaction(session =>
        {
            Guid role = Find(session, name) ?? StandardRole.IdOf(name);
            Put(session, new Entity("role", role)
            {
                ["name"] = name,
                ["isinherited"] = new OptionSetValue(1),
                ["businessunitid"] = new EntityReference("businessunit", _engine.Identity.BusinessUnitId),
            });
            foreach (string privilege in known)
            {
                Put(session, new Entity("privilege", PrivilegeRow.IdOf(privilege))
                {
                    Attributes = PrivilegeRow.Columns(privilege),
                });
                Put(session, PrivilegeRows.Link(role, privilege, DepthOf(depth)));
            }

            return role;
        });
    }

    /// <summary>Refused by name: a depth that no role has.</summary>
    public static Depth DepthOf(PrivilegeDepth depth) => depth switch
    {
        PrivilegeDepth.Basic => Depth.Basic,
        PrivilegeDepth.Local => Depth.Local,
        PrivilegeDepth.Deep => Depth.Deep,
        PrivilegeDepth.Global => Depth.Global,
        _ => throw Fault.NotSupported($"The privilege depth {depth}"),
    };

    private Entity Held(Guid user, Guid role) => new("systemuserroles", _engine.Ids.Next())
    {
        ["systemuserid"] = user,
        ["roleid"] = role,
    };

    private IOrganizationService Administrator() => new PipelineClient(_engine, new Caller
    {
        UserId = _engine.Identity.AdministratorId,
        InitiatingUserId = _engine.Identity.AdministratorId,
        Origin = RequestOrigin.Outside,
        IsAdmitted = true,
    });

    private string Known(string privilege) => _engine.Tables.Tables
        .Select(_engine.Secured.Of)
        .SelectMany(table => TableSecurity.AllRights.Select(table.PrivilegeFor))
        .Concat(MessagePrivileges.WithoutTable)
        .FirstOrDefault(known => string.Equals(known, privilege, StringComparison.OrdinalIgnoreCase))
        ?? throw Fault.Because(ErrorCodes.InvalidArgument,
            $"There is no privilege '{privilege}' here: a table's is prvRead, prvCreate ... and its schema name.");

    private Guid RoleOf(Session session, string role) => Find(session, role) ?? throw Fault.Because(
        ErrorCodes.InvalidArgument,
        $"There is no role '{role}'. There are: {string.Join(", ", Roles(session).Select(NameOf))}.");

    private Guid? Find(Session session, string role) =>
        Roles(session).FirstOrDefault(row => string.Equals(NameOf(row), role, StringComparison.OrdinalIgnoreCase))?.Id;

    private DataCollection<Entity> Roles(Session session)
    {
        QueryExpression query = new("role") { ColumnSet = new ColumnSet("name") };
        query.AddOrder("name", OrderType.Ascending);
        return session.Select(QueryReader.Read(query, _engine.Tables), QueryContext.Neutral).Entities;
    }

    private static string? NameOf(Entity role) => role.GetAttributeValue<string>("name");

    private void Put(Session session, Entity row)
    {
        Table table = _engine.Tables.Get(row.LogicalName);
        if (session.Exists(table, row.Id))
        {
            session.Update(table, row.Id, row.Attributes);
            return;
        }

        row[table.PrimaryId] = row.Id;
        session.Insert(table, row);
    }

    private T InTransaction<T>(Func<Session, T> work)
    {
        UnitOfWork unit = _engine.Sessions.Rent();
        try
        {
            unit.Begin();
            T result = work(unit.Session);
            unit.Commit();
            return result;
        }
        catch (Exception)
        {
            unit.Rollback();
            throw;
        }
        finally
        {
            _engine.Sessions.Return(unit);
        }
    }
}
