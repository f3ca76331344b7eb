using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmExtensions.Cli.Solution.Packing;

/// <summary>
/// State of one packing: what was taken from the source, so that nothing can be left behind unnoticed.
/// </summary>
internal sealed class PackRun(SolutionSource source, PackContents contents, PackageType type)
{
    private const string ManagedTwin = "_managed.xml";

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public SolutionSource Source { get; } = source;

    public PackContents Contents { get; } = contents;

    public PackageType Type { get; } = type;

    public List<Finding> Findings { get; } = [];

    public SortedDictionary<string, byte[]> Parts { get; } = new(StringComparer.Ordinal);

    public IEnumerable<string> Leftovers => Source.Paths.Where(path => !_taken.Contains(path));

    public void Report(string place, string problem, string remedy) =>
        Findings.Add(new Finding(place, problem, remedy));

    /// <summary>
    /// Root of a file, marked with its path; the declaration of xsi is dropped because the document has it.
    /// </summary>
    public XElement Take(string path)
    {
        _taken.Add(path);
        XElement root = Source.Xml(path);
        root.Attributes().Where(attribute => attribute.IsNamespaceDeclaration).Remove();
        root.AddAnnotation(new SourceFile(path));
        return root;
    }

    /// <summary>The XML files directly in a folder, in the version for this type of package.</summary>
    public IEnumerable<XElement> TakeFolder(string folder)
    {
        List<string> files = [.. Source.Under(folder)
            .Where(path => !path[(folder.Length + 1)..].Contains('/')
                && path.EndsWith(".xml", StringComparison.Ordinal))];
        foreach (string path in files)
        {
            bool isTwin = path.EndsWith(ManagedTwin, StringComparison.Ordinal);
            bool hasTwin = files.Contains(path[..^".xml".Length] + ManagedTwin);
            bool wanted = Type == PackageType.Managed ? isTwin || !hasTwin : !isTwin;
            if (wanted)
            {
                yield return Take(path);
            }
            else
            {
                Skip(path);
            }
        }
    }

    public byte[] TakeBytes(string path)
    {
        _taken.Add(path);
        return Source.Bytes(path);
    }

    /// <summary>Known and rightly not part of this package.</summary>
    public void Skip(string path) => _taken.Add(path);
}
