using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Xml.Linq;

namespace CrmExtensions.Solution.Tests.Packaging;

/// <summary>The managed zip that the build put beside the tests, and the repository that it was packed from.</summary>
internal static class PackedZip
{
    public static readonly string Path = System.IO.Path.Combine(AppContext.BaseDirectory, "CrmExtensions_managed.zip");

    public static string Repository => CrmExtensions.Tests.RepositoryRoot.Path;

    /// <summary>Debug or Release, as the tests themselves.</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    public static string[] Names()
    {
        using ZipArchive zip = ZipFile.OpenRead(Path);
        return [.. zip.Entries.Select(entry => entry.FullName)];
    }

    public static XElement Xml(string name) => XElement.Load(new MemoryStream(Bytes(name)));

    public static byte[] Bytes(string name)
    {
        using ZipArchive zip = ZipFile.OpenRead(Path);
        using Stream entry = (zip.GetEntry(name) ?? throw new FileNotFoundException($"{name} is not in {Path}")).Open();
        using var copy = new MemoryStream();
        entry.CopyTo(copy);
        return copy.ToArray();
    }
}
