using System;
using System.Collections.Generic;
using Dataverse.Local.Store;

namespace Dataverse.Local.Import;

/// <summary>
/// The imported packages, as they came, in the database itself. They are read again when the environment is opened,
/// in the order of import, which brings back what they brought.
/// </summary>
internal static class PackageStore
{
    public static void Create(Session session) => session.Connection.Execute(
        "CREATE TABLE IF NOT EXISTS local_package (position INTEGER PRIMARY KEY, name TEXT NOT NULL, "
        + "version TEXT NOT NULL, metadata INTEGER NOT NULL, zip BLOB NOT NULL)");

    /// <summary>Keeps a package. The same version of the same solution is replaced where it stands.</summary>
    public static void Keep(Session session, SolutionManifest manifest, byte[] zip)
    {
        Statement update = session.Connection.Prepare(
            "UPDATE local_package SET zip = ?1 WHERE name = ?2 AND version = ?3");
        update.Bind(1, zip.AsSpan());
        update.Bind(2, manifest.UniqueName);
        update.Bind(3, manifest.Version.ToString());
        update.Run();
        if (session.Connection.RowsChanged > 0)
        {
            return;
        }

        Statement insert = session.Connection.Prepare(
            "INSERT INTO local_package (name, version, metadata, zip) VALUES (?1, ?2, ?3, ?4)");
        insert.Bind(1, manifest.UniqueName);
        insert.Bind(2, manifest.Version.ToString());
        insert.Bind(3, MetadataJournal.Count(session));
        insert.Bind(4, zip.AsSpan());
        insert.Run();
    }

    public static IReadOnlyList<StoredPackage> ReadAll(Session session)
    {
        List<StoredPackage> packages = [];
        Statement read = session.Connection.Prepare("SELECT zip, metadata FROM local_package ORDER BY position");
        try
        {
            while (read.Step())
            {
                packages.Add(new StoredPackage(read.Bytes(0), (int)read.Long(1)));
            }
        }
        finally
        {
            read.Reset();
        }

        return packages;
    }
}
