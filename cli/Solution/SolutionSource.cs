using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace CrmExtensions.Cli.Solution;

/// <summary>
/// The unpacked solution in memory: relative paths with slashes, in an order that does not depend on the file system.
/// </summary>
internal sealed class SolutionSource
{
    public const string ManifestPath = "Other/Solution.xml";
    public const string CustomizationsPath = "Other/Customizations.xml";

    private readonly SortedDictionary<string, byte[]> _files;

    private SolutionSource(IEnumerable<KeyValuePair<string, byte[]>> files)
    {
        _files = new SortedDictionary<string, byte[]>(PathOrder.Instance);
        foreach ((string path, byte[] content) in files)
        {
            _files[path] = content;
        }
    }

    public IReadOnlyCollection<string> Paths => _files.Keys;

    public static SolutionSource Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new SolutionException($"{folder} does not exist: name the unpacked solution with --source.");
        }

        return new SolutionSource(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => KeyValuePair.Create(
                Path.GetRelativePath(folder, file).Replace('\\', '/'),
                File.ReadAllBytes(file))));
    }

    public static SolutionSource Of(IEnumerable<KeyValuePair<string, string>> files) =>
        new(files.Select(file => KeyValuePair.Create(file.Key, Encoding.UTF8.GetBytes(file.Value))));

    /// <summary>The same source with some files left out and others put in their place.</summary>
    public SolutionSource Replacing(Func<string, bool> leaveOut, IEnumerable<KeyValuePair<string, byte[]>> put) =>
        new(_files.Where(file => !leaveOut(file.Key)).Concat(put));

    public bool Contains(string path) => _files.ContainsKey(path);

    public byte[] Bytes(string path) =>
        _files.TryGetValue(path, out byte[]? content)
            ? content
            : throw new SolutionException($"{path} is missing from the unpacked solution.");

    /// <summary>Paths below a folder, without the folder's siblings of a longer name.</summary>
    public IEnumerable<string> Under(string folder) =>
        _files.Keys.Where(path => path.StartsWith(folder + "/", StringComparison.Ordinal));

    /// <summary>Root element of a file; white space between elements is dropped, it carries no meaning here.</summary>
    public XElement Xml(string path)
    {
        try
        {
            using var stream = new MemoryStream(Bytes(path));
            return XElement.Load(stream);
        }
        catch (XmlException error)
        {
            throw new SolutionException($"{path} is not well-formed XML: {error.Message}", error);
        }
    }

    private sealed class PathOrder : IComparer<string>
    {
        public static readonly PathOrder Instance = new();

        public int Compare(string? x, string? y)
        {
            int order = string.Compare(x, y, StringComparison.OrdinalIgnoreCase);
            return order != 0 ? order : string.CompareOrdinal(x, y);
        }
    }
}
