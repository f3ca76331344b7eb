using System.CommandLine;
using System.CommandLine.Parsing;
using System.IO;
using System.Linq;

namespace CrmExtensions.Cli.Solution;

/// <summary>Options that all solution commands share. Each has a default inside the repository.</summary>
internal sealed class SolutionInputOptions
{
    private readonly Option<DirectoryInfo?> _source = new("--source")
    {
        Description = "Unpacked solution; default: solution/src.",
    };

    private readonly Option<FileInfo[]> _assemblies = new("--assembly")
    {
        Description = "Plugin assembly, may be repeated; default: those of plugins and workflows.",
    };

    private readonly Option<DirectoryInfo?> _webResources = new("--webresources")
    {
        Description = "Built web resources; default: webresources/dist.",
    };

    public SolutionInputOptions(Command command)
    {
        command.Options.Add(_source);
        command.Options.Add(_assemblies);
        command.Options.Add(_webResources);
        command.Options.Add(Json);
    }

    public Option<bool> Json { get; } = new("--json") { Description = "Print the result as JSON." };

    public SolutionInput Read(ParseResult parsed)
    {
        SolutionInput input = SolutionInput.OfRepository();
        return input with
        {
            SourceFolder = parsed.GetValue(_source)?.FullName ?? input.SourceFolder,
            Assemblies = parsed.GetValue(_assemblies) is { Length: > 0 } files
                ? [.. files.Select(file => file.FullName)]
                : input.Assemblies,
            WebResourcesFolder = parsed.GetValue(_webResources)?.FullName ?? input.WebResourcesFolder,
        };
    }
}
