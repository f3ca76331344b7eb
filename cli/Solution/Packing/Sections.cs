using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmExtensions.Cli.Solution.Packing;

/// <summary>
/// How each section of <c>customizations.xml</c> is filled; solution/README.md has the same table in words.
/// </summary>
internal static class Sections
{
    public static readonly IReadOnlyList<Section> All =
    [
        new("Entities", "Entities", TablePacker.Fill),
        Named("Roles", "Roles", role => role.ValueOf("name")),
        new("Workflows", "Workflows", ContentPacker.FillWorkflows),
        SingleFile("FieldSecurityProfiles"),
        SingleFile("EntityMaps"),
        new("EntityRelationships", "Other", RelationshipPacker.Fill) { File = RelationshipPacker.List },
        Named("optionsets", "OptionSets", choice => choice.ValueOf("Name")),
        Named("Dashboards", "Dashboards", nameOf: null),
        new("WebResources", "WebResources", ContentPacker.FillWebResources),
        new("SolutionPluginAssemblies", "PluginAssemblies", ContentPacker.FillAssemblies),
        Named("SdkMessageProcessingSteps", "SdkMessageProcessingSteps", nameOf: null),
        OneFolderEach("AppModuleSiteMaps", "AppModuleSiteMap", "SiteMapUniqueName"),
        OneFolderEach("AppModules", "AppModule", "UniqueName"),
    ];

    /// <summary>Every file of the folder is one component; where it has a name, the file is called so.</summary>
    private static Section Named(string name, string folder, Func<XElement, string>? nameOf) =>
        new(name, folder, (run, section) =>
        {
            foreach (XElement component in run.TakeFolder(folder))
            {
                section.Add(component);
                string path = SourceFile.Of(component);
                if (nameOf is not null && path != $"{folder}/{nameOf(component)}.xml")
                {
                    run.Report(path, $"holds {nameOf(component)}", "Give file and component the same name");
                }
            }
        });

    private static Section SingleFile(string name)
    {
        string path = $"Other/{name}.xml";
        return new Section(name, "Other", (run, section) =>
        {
            if (run.Source.Contains(path))
            {
                XElement root = run.Take(path);
                section.Add(root.Elements().Select(element => Mark(element, path)));
            }
        }) { File = path };
    }

    /// <summary>A folder per component, in it one file of a fixed name and perhaps its managed twin.</summary>
    private static Section OneFolderEach(string name, string file, string nameElement) =>
        new(name, name, (run, section) =>
        {
            foreach (string folder in run.Source.Under(name).Select(path => path.Split('/')[1]).Distinct().ToList())
            {
                foreach (XElement component in run.TakeFolder($"{name}/{folder}"))
                {
                    section.Add(component);
                    string path = SourceFile.Of(component);
                    if (component.TextOf(nameElement) != folder || !path.EndsWith($"/{file}.xml")
                        && !path.EndsWith($"/{file}_managed.xml"))
                    {
                        run.Report(path, $"holds {component.TextOf(nameElement)}",
                            $"Call it {name}/<{nameElement}>/{file}.xml");
                    }
                }
            }
        });

    private static XElement Mark(XElement element, string path)
    {
        var copy = new XElement(element);
        copy.AddAnnotation(new SourceFile(path));
        return copy;
    }
}
