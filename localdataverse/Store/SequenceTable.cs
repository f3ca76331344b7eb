using System;

namespace Dataverse.Local.Store;

/// <summary>Last numbers of sequences, in a file that several environments may write to.</summary>
internal static class SequenceTable
{
    public static void Create(Session session) => session.Connection.Execute(
        "CREATE TABLE IF NOT EXISTS local_sequence (name TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID");

    /// <summary>The next number; the first one is asked for when the sequence is new.</summary>
    public static long Next(Session session, string name, Func<long> first)
    {
        Statement next = session.Connection.Prepare(
            "UPDATE local_sequence SET last = last + 1 WHERE name = ?1 RETURNING last");
        next.Bind(1, name);
        try
        {
            if (next.Step())
            {
                long number = next.Long(0);
                next.Step();
                return number;
            }
        }
        finally
        {
            next.Reset();
        }

        return Begin(session, name, first());
    }

    private static long Begin(Session session, string name, long number)
    {
        Statement insert = session.Connection.Prepare("INSERT INTO local_sequence (name, last) VALUES (?1, ?2)");
        insert.Bind(1, name);
        insert.Bind(2, number);
        insert.Run();
        return number;
    }
}
