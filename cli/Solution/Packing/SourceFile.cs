using System.Linq;
using System.Xml.Linq;

namespace CrmExtensions.Cli.Solution.Packing;

/// <summary>Annotation on an element: the file below <c>solution/src</c> that it was read from.</summary>
internal sealed record SourceFile(string Path)
{
    /// <summary>The file that an element of the packed document came from.</summary>
    public static string Of(XElement element) =>
        element.AncestorsAndSelf().Select(ancestor => ancestor.Annotation<SourceFile>())
            .FirstOrDefault(file => file is not null)?.Path
        ?? SolutionSource.CustomizationsPath;
}
