using System;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Store;

namespace Dataverse.Local.Async;

/// <summary>The service's own reads and writes, beside every request and its transaction.</summary>
internal static class JobStore
{
    public static T Read<T>(Engine engine, Func<Session, T> read) => Use(engine, unit => read(unit.Session));

    /// <summary>For reads that look at the transaction as well.</summary>
    public static T Use<T>(Engine engine, Func<UnitOfWork, T> use)
    {
        UnitOfWork unit = engine.Sessions.Rent();
        try
        {
            return use(unit);
        }
        finally
        {
            engine.Sessions.Return(unit);
        }
    }

    /// <summary>Each write is a transaction of its own.</summary>
    public static void Write(Engine engine, Action<Session> write) => Read(engine, session =>
    {
        session.Begin();
        try
        {
            write(session);
            session.Commit();
            return true;
        }
        catch (Exception)
        {
            session.Rollback();
            throw;
        }
    });
}
