using System;
using System.IO;

namespace Dataverse.Local.Tests.Import;

/// <summary>A path for a database file; the file and what SQLite lays beside it are deleted at the end.</summary>
internal sealed class TemporaryFile : IDisposable
{
    public string Path { get; } =
        System.IO.Path.Combine(System.IO.Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".db");

    public void Dispose()
    {
        string folder = System.IO.Path.GetTempPath();
        foreach (string file in Directory.GetFiles(folder, System.IO.Path.GetFileName(Path) + "*"))
        {
            File.Delete(file);
        }
    }
}
