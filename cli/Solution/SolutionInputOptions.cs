using System.CommandLine;
using System.IO;
using System.Linq;

namespace CrmExtensions.Cli.Solution;

/// <summary>Options that all solution commands share. Each has a default inside the repository.</summary>
internal sealed class SolutionInputOptions
{
    private readonly Option<DirectoryInfo?> source = new("--source")
    {
        Description = "Unpacked solution; default: solution/src.",
    };

    private readonly Option<FileInfo[]> assemblies = new("--assembly")
    {
        Description = "Plugin assembly, may be repeated; default: those of plugins and workflows.",
    };

    private readonly Option<DirectoryInfo?> webResources = new("--webresources")
    {
        Description = "Built web resources; default: webresources/dist.",
    };

    private readonly Option<bool> samples = new("--samples")
    {
        Description = "The solution CrmExtensionsSamples (solution/samples/src) instead of the product.",
    };

    public SolutionInputOptions(Command command)
    {
        command.Options.Add(samples);
        command.Options.Add(source);
        command.Options.Add(assemblies);
        command.Options.Add(webResources);
        command.Options.Add(Json);
    }

    public Option<bool> Json { get; } = CrmxCommand.Json();

    public SolutionInput Read(ParseResult parsed)
    {
        SolutionInput repository = SolutionInput.OfRepository();
        SolutionInput input = parsed.GetValue(samples) ? repository.Samples() : repository;
        return input with
        {
            SourceFolder = parsed.GetValue(source)?.FullName ?? input.SourceFolder,
            Assemblies = parsed.GetValue(assemblies) is { Length: > 0 } files
                ? [.. files.Select(file => file.FullName)]
                : input.Assemblies,
            WebResourcesFolder = parsed.GetValue(webResources)?.FullName ?? input.WebResourcesFolder,
        };
    }
}
