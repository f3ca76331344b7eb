using System;
using System.IO;

namespace Dataverse.Local.Import;

/// <summary>
/// A packed solution, read once, for as many environments as it shall be imported into: unpacking it and reading its
/// XML is half of an import. Nothing in it changes afterwards, so several threads may import it at once.
/// </summary>
public sealed class SolutionPackage
{
    private SolutionPackage(byte[] zip, SolutionZip parts)
    {
        Zip = zip;
        Parts = parts;
    }

    internal byte[] Zip { get; }

    internal SolutionZip Parts { get; }

    /// <summary>Reads a zip file; a defect of the zip itself faults here, one of its content in the import.</summary>
    public static SolutionPackage Read(string path)
    {
        using FileStream zip = File.OpenRead(path);
        return Read(zip);
    }

    /// <summary>The same from a stream, which is read to its end.</summary>
    public static SolutionPackage Read(Stream zip)
    {
        ArgumentNullException.ThrowIfNull(zip);
        return Of(SolutionImporter.ReadAll(zip));
    }

    internal static SolutionPackage Of(byte[] zip) =>
        new(zip, SolutionZip.Read(new MemoryStream(zip, writable: false)));
}
