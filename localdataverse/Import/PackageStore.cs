using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Store;

namespace Dataverse.Local.Import;

/// <summary>
/// The imported packages, as they came, in the database itself, and what was promoted or uninstalled. They are repeated
/// in their order when the environment is opened, which brings back what they brought.
/// </summary>
internal static class PackageStore
{
    public static void Create(Session session)
    {
        session.Connection.Execute(
            "CREATE TABLE IF NOT EXISTS local_package (position INTEGER PRIMARY KEY, name TEXT NOT NULL, "
            + "version TEXT NOT NULL, metadata INTEGER NOT NULL, zip BLOB NOT NULL, "
            + "action INTEGER NOT NULL DEFAULT 0)");
        if (!HasAction(session))
        {
            session.Connection.Execute("ALTER TABLE local_package ADD COLUMN action INTEGER NOT NULL DEFAULT 0");
        }
    }

    /// <summary>Keeps what was done. The version that was imported last, imported again, is replaced.</summary>
    public static void Keep(Session session, StoredPackage package, Version version)
    {
        if (package.Action == PackageAction.Update && Repeats(session, package, version) is long position)
        {
            Statement update = session.Connection.Prepare("UPDATE local_package SET zip = ?1 WHERE position = ?2");
            update.Bind(1, package.Zip.AsSpan());
            update.Bind(2, position);
            update.Run();
            ChangeLog.Append(session, ChangeKind.Package, position);
            return;
        }

        Statement insert = session.Connection.Prepare(
            "INSERT INTO local_package (name, version, metadata, zip, action) VALUES (?1, ?2, ?3, ?4, ?5)");
        insert.Bind(1, package.Solution);
        insert.Bind(2, version.ToString());
        insert.Bind(3, MetadataJournal.Count(session));
        insert.Bind(4, package.Zip.Length == 0 ? [0] : package.Zip.AsSpan());
        insert.Bind(5, (long)package.Action);
        insert.Run();
        ChangeLog.Append(session, ChangeKind.Package, session.Connection.LastInsertedId);
    }

    /// <summary>What another environment on the same file has done.</summary>
    public static StoredPackage ReadOne(Session session, long position)
    {
        Statement read = session.Connection.Prepare(
            "SELECT name, action, zip, metadata FROM local_package WHERE position = ?1");
        read.Bind(1, position);
        try
        {
            read.Step();
            return Of(read);
        }
        finally
        {
            read.Reset();
        }
    }

    public static IReadOnlyList<StoredPackage> ReadAll(Session session)
    {
        List<StoredPackage> packages = [];
        Statement read = session.Connection.Prepare(
            "SELECT name, action, zip, metadata FROM local_package ORDER BY position");
        try
        {
            while (read.Step())
            {
                packages.Add(Of(read));
            }
        }
        finally
        {
            read.Reset();
        }

        return packages;
    }

    /// <summary>The zip that gave the solution its present rows; null when it is not installed.</summary>
    public static byte[]? Present(Session session, string solution)
    {
        StoredPackage? last = ReadAll(session)
            .LastOrDefault(package => package.Solution == solution && package.Action != PackageAction.Promote);
        return last is null || last.Action == PackageAction.Uninstall ? null : last.Zip;
    }

    private static StoredPackage Of(Statement read) =>
        new(read.Text8(0), (PackageAction)read.Long(1), read.Bytes(2), (int)read.Long(3));

    private static long? Repeats(Session session, StoredPackage package, Version version)
    {
        Statement last = session.Connection.Prepare(
            "SELECT position, version, action FROM local_package WHERE name = ?1 ORDER BY position DESC LIMIT 1");
        last.Bind(1, package.Solution);
        try
        {
            bool same = last.Step() && last.Text8(1) == version.ToString()
                && (PackageAction)last.Long(2) == PackageAction.Update;
            return same ? last.Long(0) : null;
        }
        finally
        {
            last.Reset();
        }
    }

    private static bool HasAction(Session session)
    {
        Statement info = session.Connection.Prepare(
            "SELECT 1 FROM pragma_table_info('local_package') WHERE name = 'action'");
        bool has = info.Step();
        info.Reset();
        return has;
    }
}
