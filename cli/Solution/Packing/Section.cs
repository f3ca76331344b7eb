using System;
using System.Collections.Generic;
using System.Xml.Linq;

namespace CrmExtensions.Cli.Solution.Packing;

/// <summary>One section of <c>customizations.xml</c>: the files it is filled from, and how.</summary>
internal sealed record Section(string Name, string Folder, Action<PackRun, XElement> Fill)
{
    /// <summary>The one file of a section that does not have a folder of its own.</summary>
    public string? File { get; init; }

    public IEnumerable<string> Files(SolutionSource source) =>
        File is null ? source.Under(Folder) : source.Contains(File) ? [File] : [];
}
