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
        + "version TEXT NOT NULL, zip BLOB NOT NULL)");

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
            "INSERT INTO local_package (name, version, zip) VALUES (?1, ?2, ?3)");
        insert.Bind(1, manifest.UniqueName);
        insert.Bind(2, manifest.Version.ToString());
        insert.Bind(3, zip.AsSpan());
        insert.Run();
    }

    public static IReadOnlyList<byte[]> ReadAll(Session session)
    {
        List<byte[]> packages = [];
        Statement read = session.Connection.Prepare("SELECT zip FROM local_package ORDER BY position");
        try
        {
            while (read.Step())
            {
                packages.Add(read.Bytes(0));
            }
        }
        finally
        {
            read.Reset();
        }

        return packages;
    }
}
