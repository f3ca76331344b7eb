using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using CrmExtensions.Cli.Solution.Registration;

namespace CrmExtensions.Cli.Solution.Deriving;

/// <summary>
/// Every solution file that follows from the registration attributes. <c>crmx solution write</c> puts them into
/// <c>solution/src</c>; <c>check</c> compares; <c>pack</c> lays them over the source, so that the zip always agrees
/// with the assemblies in it.
/// </summary>
internal sealed class DerivedFiles
{
    private static readonly string[] Folders = ["PluginAssemblies/", "SdkMessageProcessingSteps/", "customapis/"];

    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private readonly SolutionSource _source;
    private readonly XElement? _manifest;
    private readonly ComponentIds _ids;

    private DerivedFiles(SolutionSource source, XElement manifest)
    {
        _source = source;
        _manifest = manifest.Element("SolutionManifest");
        _ids = new ComponentIds(_manifest?.Element("Publisher").TextOf("UniqueName") ?? "");
    }

    public IReadOnlyDictionary<string, byte[]> Files => _files;

    public static DerivedFiles From(SolutionSource source, IReadOnlyList<RegisteredAssembly> assemblies)
    {
        XElement manifest = source.Xml(SolutionSource.ManifestPath);
        var derived = new DerivedFiles(source, manifest);
        var roots = new List<XElement>();
        foreach (RegisteredAssembly assembly in assemblies)
        {
            derived.AddAssembly(assembly, roots);
        }

        roots = [.. roots.OrderBy(root => root.ValueOf("type"))
            .ThenBy(root => root.ValueOf("id"), StringComparer.Ordinal)];
        derived._files[SolutionSource.ManifestPath] = SolutionXml.Write(ManifestUpdate.Apply(manifest, roots));
        return derived;
    }

    /// <summary>Files in derived folders that no attribute asks for any more.</summary>
    public IEnumerable<string> Stale(SolutionSource source) =>
        source.Paths.Where(path => IsDerived(path) && !_files.ContainsKey(path));

    public SolutionSource LaidOver(SolutionSource source) => source.Replacing(IsDerived, _files);

    /// <summary>Differences between the source and what the attributes say; none when <c>write</c> was run.</summary>
    public IEnumerable<Finding> Compare(SolutionSource source)
    {
        const string Remedy = "Run `crmx solution write` and commit the result";
        foreach ((string path, byte[] content) in _files)
        {
            if (!source.Contains(path))
            {
                yield return new Finding(path, "is missing although an attribute asks for it", Remedy);
            }
            else if (!XNode.DeepEquals(source.Xml(path), Parse(content)))
            {
                yield return new Finding(path, "differs from what the attributes say", Remedy);
            }
        }

        foreach (string path in Stale(source))
        {
            yield return new Finding(path, "belongs to no attribute any more", Remedy);
        }
    }

    private static bool IsDerived(string path) =>
        Folders.Any(folder => path.StartsWith(folder, StringComparison.Ordinal)) && !path.EndsWith(".dll");

    private static XElement Parse(byte[] content)
    {
        using var stream = new System.IO.MemoryStream(content);
        return XElement.Load(stream);
    }

    private void AddAssembly(RegisteredAssembly assembly, List<XElement> roots)
    {
        var assemblyFile = new AssemblyFileWriter(_ids);
        var stepFile = new StepFileWriter(_ids);
        string path = assemblyFile.ContentPath(assembly) + ".data.xml";
        Add(path, assemblyFile.Write(assembly, IntroducedVersion(path)));
        roots.Add(ManifestUpdate.Assembly(assemblyFile.Id(assembly), assembly.FullName));
        foreach (RegisteredType type in assembly.Types)
        {
            foreach (RegisteredStep step in type.Steps)
            {
                string stepPath = StepFileWriter.Path(type, step);
                Add(stepPath, stepFile.Write(assembly, type, step, IntroducedVersion(stepPath)));
                roots.Add(ManifestUpdate.Step(stepFile.Id(type, step)));
            }

            if (type.CustomApi is { } api)
            {
                AddCustomApi(new CustomApiFileWriter(_ids), type, api);
            }
        }
    }

    private void AddCustomApi(CustomApiFileWriter writer, RegisteredType type, RegisteredCustomApi api)
    {
        Add(CustomApiFileWriter.Path(api), writer.Write(type, api), declaration: false);
        foreach (RegisteredParameter parameter in api.Parameters)
        {
            Add(CustomApiFileWriter.ParameterPath(api, parameter),
                CustomApiFileWriter.WriteParameter(parameter), declaration: false);
        }

        foreach (RegisteredParameter property in api.Properties)
        {
            Add(CustomApiFileWriter.PropertyPath(api, property),
                CustomApiFileWriter.WriteProperty(property), declaration: false);
        }
    }

    /// <summary>
    /// The version in which a component appeared first stays for ever; a new one gets the current version.
    /// </summary>
    private string IntroducedVersion(string path) =>
        _source.Contains(path) && _source.Xml(path).TextOf("IntroducedVersion") is { Length: > 0 } first
            ? first
            : _manifest.TextOf("Version");

    private void Add(string path, XElement content, bool declaration = true)
    {
        if (!_files.TryAdd(path, SolutionXml.Write(content, declaration)))
        {
            throw new SolutionException($"{path} would be written twice: two classes have the same name, rename one.");
        }
    }
}
