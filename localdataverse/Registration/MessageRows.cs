using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Registration;

/// <summary>
/// The rows of sdkmessage and sdkmessagefilter, by which tools find the message and table that they register a step on.
/// There are about a thousand, and most environments are never asked for them: they are written when they are.
/// </summary>
internal sealed class MessageRows
{
    private int _tablesWritten;

    /// <summary>Before a request reads or names one of these rows.</summary>
    public void Ensure(Operation operation)
    {
        int tables = operation.Tables.Tables.Count();
        if (tables == _tablesWritten)
        {
            return;
        }

        UnitOfWork unit = operation.Unit;
        bool begun = !unit.InTransaction;
        if (begun)
        {
            unit.Session.Begin();
        }

        Write(operation.Engine, unit.Session);
        if (begun)
        {
            unit.Session.Commit();
            _tablesWritten = tables;
        }
        else
        {
            unit.AfterCommit(() => _tablesWritten = tables);
        }
    }

    public static bool AreAskedFor(string table) => table is "sdkmessage" or "sdkmessagefilter";

    /// <summary>The rows of one message and table, for a registration that was made without a request.</summary>
    public static void Put(Engine engine, Session session, string message, string? table)
    {
        PlatformRows rows = new(engine, session);
        rows.Put(Message(message));
        if (table is not null)
        {
            rows.Put(Filter(message, table));
        }
    }

    private static void Write(Engine engine, Session session)
    {
        PlatformRows rows = new(engine, session);
        HashSet<Guid> messages = session.Ids(engine.Tables.Get("sdkmessage"));
        HashSet<Guid> filters = session.Ids(engine.Tables.Get("sdkmessagefilter"));
        string[] names =
            [.. engine.Handlers.Messages.Union(PlatformMessages.WithPublicId, StringComparer.Ordinal)];
        foreach (Entity row in names.Select(Message).Where(row => messages.Add(row.Id)))
        {
            rows.Put(row);
        }

        foreach (Table table in engine.Tables.Tables.Where(table => !table.IsIntersect))
        {
            foreach (string message in PlatformMessages.Of(table))
            {
                if (filters.Add(PlatformMessages.FilterIdOf(message, table.LogicalName)))
                {
                    rows.Put(Filter(message, table.LogicalName));
                }
            }
        }
    }

    private static Entity Message(string name) => new("sdkmessage", PlatformMessages.IdOf(name))
    {
        ["name"] = name,
        ["isprivate"] = false,
    };

    private static Entity Filter(string message, string table) =>
        new("sdkmessagefilter", PlatformMessages.FilterIdOf(message, table))
        {
            ["sdkmessageid"] = new EntityReference("sdkmessage", PlatformMessages.IdOf(message)),
            ["primaryobjecttypecode"] = table,
            ["iscustomprocessingstepallowed"] = true,
        };
}
