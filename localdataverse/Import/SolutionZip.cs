using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Xml.Linq;

namespace Dataverse.Local.Import;

/// <summary>
/// The parts of a packed solution, read once and whole. The zip is untrusted: what it says about its own sizes is
/// not believed, the bytes are counted while they are unpacked; names that leave the package are refused.
/// Like the platform's package reader it does not see a part without a content type.
/// </summary>
internal sealed class SolutionZip
{
    /// <summary>More parts than this are refused; the largest real solutions seen have about 6,000.</summary>
    public const int MaximumParts = 20_000;

    /// <summary>More unpacked bytes than this, all parts together, are refused.</summary>
    public const long MaximumBytes = 256L * 1024 * 1024;

    private const string ContentTypesName = "[Content_Types].xml";
    private readonly Dictionary<string, byte[]> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, XElement> _xml = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _unseen = [];

    private SolutionZip()
    {
    }

    /// <summary>Names of the parts, with '/', without a leading one.</summary>
    public IReadOnlyCollection<string> Names => _parts.Keys;

    /// <summary>Names that lie in the zip, but have no content type: the platform does not see them.</summary>
    public IReadOnlyList<string> WithoutContentType => _unseen;

    public static SolutionZip Read(Stream stream)
    {
        SolutionZip zip = new();
        try
        {
            using ZipArchive archive = new(stream, ZipArchiveMode.Read, leaveOpen: true);
            zip.Unpack(archive);
        }
        catch (InvalidDataException damaged)
        {
            throw ImportFault.Because(ImportErrorCodes.BadZipFile,
                "The solution file is invalid: it is not a zip, or it is damaged. "
                + "Pack it again and import the packed file.", damaged);
        }

        zip.RequireRootFiles();
        zip.DropPartsWithoutContentType();
        return zip;
    }

    public bool Has(string name) => _parts.ContainsKey(name.TrimStart('/'));

    public byte[]? Find(string name) => _parts.GetValueOrDefault(name.TrimStart('/'));

    /// <summary>The part as XML, read once: nobody may change it.</summary>
    public XElement Xml(string name) => _xml.GetOrAdd(name, Parse);

    private XElement Parse(string name)
    {
        byte[] bytes = Find(name) ?? throw ImportFault.Because(ImportErrorCodes.BadZipFile,
            $"The solution file is invalid: it has no part '{name}'. Pack the solution again.");
        return PartXml.Parse(name, bytes);
    }

    private static string SafeName(ZipArchiveEntry entry)
    {
        string name = Uri.UnescapeDataString(entry.FullName);
        bool leaves = name.Contains('\\', StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal)
            || name.StartsWith('/') || name.Any(char.IsControl)
            || name.Split('/').Any(segment => segment is "." or "..");
        if (leaves)
        {
            throw ImportFault.Because(ImportErrorCodes.BadZipFile,
                $"The solution file is invalid: the part name '{entry.FullName}' leads out of the package. "
                + "Names are relative, with '/', without '.' and '..'.");
        }

        return name;
    }

    private static byte[] ReadBounded(ZipArchiveEntry entry, long allowed)
    {
        using Stream content = entry.Open();
        using MemoryStream bytes = new();
        byte[] buffer = new byte[81920];
        for (int read; (read = content.Read(buffer, 0, buffer.Length)) > 0;)
        {
            if (bytes.Length + read > allowed)
            {
                throw ImportFault.Because(ImportErrorCodes.BadZipFile,
                    $"The solution file is invalid: unpacked it is larger than {MaximumBytes / 1024 / 1024} MB "
                    + $"(reached in '{entry.FullName}'). Split the solution.");
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    private void Unpack(ZipArchive archive)
    {
        if (archive.Entries.Count > MaximumParts)
        {
            throw ImportFault.Because(ImportErrorCodes.BadZipFile,
                $"The solution file is invalid: {archive.Entries.Count} parts, at most {MaximumParts} are read. "
                + "Split the solution.");
        }

        long left = MaximumBytes;
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            string name = SafeName(entry);
            if (name.EndsWith('/'))
            {
                continue;
            }

            byte[] bytes = ReadBounded(entry, left);
            left -= bytes.Length;
            if (!_parts.TryAdd(name, bytes))
            {
                throw ImportFault.Because(ImportErrorCodes.BadZipFile,
                    $"The solution file is invalid: the part '{name}' is in it twice. Pack it again.");
            }
        }
    }

    private void RequireRootFiles()
    {
        // Exactly these names: the platform compares them as they are written.
        string[] required = ["solution.xml", "customizations.xml", ContentTypesName];
        string[] missing = [.. required.Where(name => !_parts.Keys.Contains(name, StringComparer.Ordinal))];
        if (missing.Length > 0)
        {
            throw ImportFault.Because(ImportErrorCodes.BadZipFile,
                "The solution file is invalid. The compressed file must contain the following files at its root: "
                + $"solution.xml, customizations.xml, and [Content_Types].xml. Missing: {string.Join(", ", missing)}. "
                + "Zip the files themselves, not the folder around them.");
        }
    }

    private void DropPartsWithoutContentType()
    {
        XElement types = Xml(ContentTypesName);
        HashSet<string> extensions = new(
            types.Elements().Where(type => type.Name.LocalName == "Default")
                .Select(type => (string?)type.Attribute("Extension") ?? string.Empty),
            StringComparer.OrdinalIgnoreCase);
        HashSet<string> names = new(
            types.Elements().Where(type => type.Name.LocalName == "Override")
                .Select(type => Uri.UnescapeDataString((string?)type.Attribute("PartName") ?? string.Empty)
                    .TrimStart('/')),
            StringComparer.OrdinalIgnoreCase);

        foreach (string name in _parts.Keys.ToArray())
        {
            string extension = Path.GetExtension(name).TrimStart('.');
            bool seen = name == ContentTypesName || names.Contains(name)
                || (extension.Length > 0 && extensions.Contains(extension));
            if (!seen)
            {
                _unseen.Add(name);
                _parts.Remove(name);
            }
        }
    }
}
