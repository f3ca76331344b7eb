using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmExtensions.Cli.Solution.Packing;

/// <summary>
/// Components of two files: a <c>.data.xml</c>, and the content that it names with its path in the zip.
/// </summary>
internal static class ContentPacker
{
    private const string Data = ".data.xml";

    public static void FillWebResources(PackRun run, XElement section) =>
        FillAll(run, section, "WebResources", (path, component) =>
        {
            string name = component.TextOf("Name");
            if (path != $"WebResources/{name}")
            {
                run.Report(path + Data, $"holds web resource {name}", "Give the file the path of the name");
            }

            string id = component.TextOf("WebResourceId").Trim('{', '}').ToUpperInvariant();
            string expected = "/WebResources/" + name.Replace("/", "").Replace(".", "") + id;
            if (component.TextOf("FileName") != expected)
            {
                run.Report(path + Data, $"names its content '{component.TextOf("FileName")}'", $"Write {expected}");
            }

            return run.Contents.WebResource(name);
        },
        PackContents.BuildWebResources);

    public static void FillAssemblies(PackRun run, XElement section) =>
        FillAll(run, section, "PluginAssemblies", (path, component) =>
        {
            if (component.TextOf("FileName") != "/" + path)
            {
                run.Report(path + Data, $"names its content '{component.TextOf("FileName")}'", $"Write /{path}");
            }

            return run.Contents.Assembly(path[(path.LastIndexOf('/') + 1)..]);
        },
        "Build plugins and workflows (dotnet build cli), or name the dll with --assembly");

    public static void FillWorkflows(PackRun run, XElement section) =>
        FillAll(run, section, "Workflows", (path, component) =>
        {
            string file = component.TextOf("XamlFileName") + component.TextOf("JsonFileName");
            if (file != "/" + path)
            {
                run.Report(path + Data, $"names its content '{file}'", $"Write /{path}");
            }

            return null;
        },
        "Add it beside its .data.xml");

    private static void FillAll(
        PackRun run, XElement section, string folder, Func<string, XElement, byte[]?> findBuilt, string remedy)
    {
        List<string> paths = [.. run.Source.Under(folder).Where(path => path.EndsWith(Data, StringComparison.Ordinal))];
        foreach (string path in paths)
        {
            XElement component = run.Take(path);
            section.Add(component);
            string content = path[..^Data.Length];
            byte[]? built = findBuilt(content, component);
            byte[]? bytes = run.Source.Contains(content) ? run.TakeBytes(content) : built;
            if (bytes is null)
            {
                run.Report(content, "has no content", remedy);
            }
            else
            {
                run.Parts[PartName(component)] = bytes;
            }
        }
    }

    private static string PartName(XElement component) =>
        (component.TextOf("FileName") + component.TextOf("XamlFileName") + component.TextOf("JsonFileName"))
            .TrimStart('/');
}
