using System.Collections.Generic;
using System.IO;
using System.Linq;
using CrmExtensions.Cli.Solution.Deriving;

namespace CrmExtensions.Cli.Solution;

/// <summary><c>crmx solution write</c>: brings the derived files of the source in step with the attributes.</summary>
internal static class SolutionWriting
{
    public static bool Run(SolutionInput input, SolutionReport report)
    {
        SolutionSource source = input.ReadSource();
        var findings = new List<Finding>();
        DerivedFiles? derived = input.Derive(source, findings);
        report.Findings(findings);
        if (derived is null)
        {
            return false;
        }

        int written = 0;
        foreach ((string path, byte[] content) in derived.Files)
        {
            if (!source.Contains(path) || !source.Bytes(path).SequenceEqual(content))
            {
                string file = Path.Combine(input.SourceFolder, path);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllBytes(file, content);
                written++;
            }
        }

        List<string> stale = [.. derived.Stale(source)];
        stale.ForEach(path => Remove(input.SourceFolder, path));
        report.Number("written", written, "files written");
        report.Number("removed", stale.Count, "files removed");
        return true;
    }

    /// <summary>A folder that only held the file goes with it.</summary>
    private static void Remove(string root, string path)
    {
        string file = Path.Combine(root, path);
        File.Delete(file);
        for (string folder = Path.GetDirectoryName(file)!;
            folder.Length > root.Length && !Directory.EnumerateFileSystemEntries(folder).Any();
            folder = Path.GetDirectoryName(folder)!)
        {
            Directory.Delete(folder);
        }
    }
}
