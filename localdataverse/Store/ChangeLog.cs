using System.Collections.Generic;

namespace Dataverse.Local.Store;

/// <summary>What changed tables or registrations, numbered, in a file that several environments may have open: each
/// follows the others by applying the changes behind the last one that it knows.</summary>
internal static class ChangeLog
{
    public static void Create(Session session) => session.Connection.Execute(
        "CREATE TABLE IF NOT EXISTS local_change (id INTEGER PRIMARY KEY AUTOINCREMENT, kind INTEGER NOT NULL, "
        + "reference INTEGER NOT NULL)");

    /// <summary>Part of the transaction that makes the change.</summary>
    public static void Append(Session session, ChangeKind kind, long reference)
    {
        if (!session.IsFile) return;
        Statement insert = session.Connection.Prepare("INSERT INTO local_change (kind, reference) VALUES (?1, ?2)");
        insert.Bind(1, (long)kind);
        insert.Bind(2, reference);
        insert.Run();
        session.Changed(session.Connection.LastInsertedId);
    }

    public static long Last(Session session)
    {
        Statement read = session.Connection.Prepare("SELECT coalesce(max(id), 0) FROM local_change");
        read.Step();
        long last = read.Long(0);
        read.Reset();
        return last;
    }

    /// <summary>Oldest first, so that applying them in turn gives what the file holds.</summary>
    public static IReadOnlyList<Change> Since(Session session, long last)
    {
        List<Change> changes = [];
        Statement read = session.Connection.Prepare(
            "SELECT id, kind, reference FROM local_change WHERE id > ?1 ORDER BY id");
        read.Bind(1, last);
        try
        {
            while (read.Step()) changes.Add(new Change(read.Long(0), (ChangeKind)read.Long(1), read.Long(2)));
        }
        finally
        {
            read.Reset();
        }

        return changes;
    }
}
