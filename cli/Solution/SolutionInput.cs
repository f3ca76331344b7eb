using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Xml.Linq;
using CrmExtensions.Cli.Solution.Deriving;
using CrmExtensions.Cli.Solution.Packing;
using CrmExtensions.Cli.Solution.Registration;

namespace CrmExtensions.Cli.Solution;

/// <summary>Where the parts of a solution stand on this disk.</summary>
internal sealed record SolutionInput(
    string SourceFolder, IReadOnlyList<string> Assemblies, string WebResourcesFolder, string ArtifactsFolder)
{
    private const string Marker = "CrmExtensions.sln";

    /// <summary>
    /// The repository around the current folder, or else around crmx itself; assemblies of crmx's own build.
    /// </summary>
    public static SolutionInput OfRepository()
    {
        string root = FindRoot(Directory.GetCurrentDirectory()) ?? FindRoot(AppContext.BaseDirectory) ?? Directory
            .GetCurrentDirectory();
        string configuration = typeof(SolutionInput).Assembly
            .GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "Debug";
        string Built(string folder, string name) => Path.Combine(root, folder, "bin", configuration, "net462", name);

        return new SolutionInput(
            Path.Combine(root, "solution", "src"),
            [Built("plugins", "CrmExtensions.Plugins.dll"), Built("workflows", "CrmExtensions.Workflows.dll")],
            Path.Combine(root, "webresources", "dist"),
            Path.Combine(root, "artifacts"));
    }

    /// <summary>The second solution: draft workflows, without an assembly of its own.</summary>
    public SolutionInput Samples() => this with
    {
        SourceFolder = Path.Combine(Path.GetDirectoryName(SourceFolder)!, "samples", "src"),
        Assemblies = [],
    };

    public SolutionSource ReadSource() => SolutionSource.Read(SourceFolder);

    public IReadOnlyList<RegisteredAssembly> ReadAssemblies() => [.. Assemblies.Select(AssemblyReader.Read)];

    public PackContents Contents() => new(Assemblies, WebResourcesFolder);

    public ComponentIds Ids()
    {
        XElement manifest = ReadSource().Xml(SolutionSource.ManifestPath);
        return new ComponentIds(manifest.Element("SolutionManifest")?.Element("Publisher").TextOf("UniqueName") ?? "");
    }

    /// <summary>What the attributes say, or null with findings when they say something impossible.</summary>
    public DerivedFiles? Derive(SolutionSource source, ICollection<Finding> findings)
    {
        IReadOnlyList<RegisteredAssembly> assemblies = ReadAssemblies();
        List<Finding> wrong = [.. assemblies.SelectMany(RegistrationRules.Check)];
        wrong.ForEach(findings.Add);
        return wrong.Count > 0 ? null : DerivedFiles.From(source, assemblies);
    }

    private static string? FindRoot(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Marker)))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
