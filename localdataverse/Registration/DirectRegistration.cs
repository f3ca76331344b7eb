using System;
using System.Collections.Generic;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Store;

namespace Dataverse.Local.Registration;

/// <summary>
/// Rows of what a program registers without a request (RegisterStep): tools find it like everything else. It lives as
/// long as the open environment; in a file its rows are taken away when the file is opened again.
/// </summary>
internal static class DirectRegistration
{
    public static void Keep(Engine engine, Step step)
    {
        UnitOfWork unit = engine.Sessions.Rent();
        try
        {
            unit.Begin();
            Guid type = AssemblyRows.Write(engine, unit.Session, step.PluginType);
            StepRows.Write(engine, unit.Session, step, type);
            if (engine.Database.IsFile)
            {
                Mark(unit.Session, step.Id);
            }

            unit.Commit();
        }
        catch
        {
            unit.Rollback();
            throw;
        }
        finally
        {
            engine.Sessions.Return(unit);
        }
    }

    /// <summary>When a file is opened.</summary>
    public static void Forget(Session session)
    {
        Create(session);
        session.Connection.Execute(
            "DELETE FROM sdkmessageprocessingstepimage "
            + "WHERE sdkmessageprocessingstepid IN (SELECT id FROM local_direct);"
            + "DELETE FROM sdkmessageprocessingstep WHERE sdkmessageprocessingstepid IN (SELECT id FROM local_direct);"
            + "DELETE FROM local_direct");
    }

    /// <summary>Steps that belong to one open environment only, this one or another.</summary>
    public static HashSet<Guid> Ids(Session session)
    {
        Create(session);
        HashSet<Guid> ids = [];
        Statement read = session.Connection.Prepare("SELECT id FROM local_direct");
        while (read.Step())
        {
            ids.Add(read.Guid(0));
        }

        read.Reset();
        return ids;
    }

    private static void Mark(Session session, Guid id)
    {
        Create(session);
        Statement insert = session.Connection.Prepare("INSERT OR IGNORE INTO local_direct (id) VALUES (?1)");
        insert.Bind(1, id);
        insert.Run();
    }

    private static void Create(Session session) =>
        session.Connection.Execute("CREATE TABLE IF NOT EXISTS local_direct (id BLOB PRIMARY KEY)");
}
