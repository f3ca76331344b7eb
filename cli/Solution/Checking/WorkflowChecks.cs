using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CrmExtensions.Cli.Solution.Checking;

/// <summary>Classic workflows: the class in the XAML belongs to the id, its activities to the package.</summary>
internal static class WorkflowChecks
{
    public static IEnumerable<Finding> Check(SolutionModel model) =>
        model.Section("Workflows").SelectMany(workflow => CheckXaml(model, workflow));

    private static IEnumerable<Finding> CheckXaml(SolutionModel model, XElement workflow)
    {
        string file = workflow.TextOf("XamlFileName").TrimStart('/');
        string id = SolutionModel.IdOf(workflow.ValueOf("WorkflowId"));
        if (!model.Packed.Parts.TryGetValue(file, out byte[]? content))
        {
            yield break;
        }

        string xaml = Encoding.UTF8.GetString(content);
        if (!xaml.Contains($"x:Class=\"XrmWorkflow{id.Replace("-", "")}\""))
        {
            yield return SolutionModel.At(
                workflow, "the class in the XAML belongs to another id", "x:Class is XrmWorkflow and the id");
        }

        HashSet<string> assemblies = [.. model.PluginTypes.Keys.Select(AssemblyOf)];
        foreach (string type in Regex.Matches(xaml, "AssemblyQualifiedName=\"([^\"]+)\"")
            .Select(match => match.Groups[1].Value).Distinct())
        {
            if (assemblies.Contains(AssemblyOf(type)) && !model.PluginTypes.ContainsKey(type))
            {
                yield return SolutionModel.At(
                    workflow, $"activity {type} is no type of the package", "Check name and version");
            }
        }
    }

    private static string AssemblyOf(string type) => type.Split(',') is [_, string assembly, ..] ? assembly.Trim() : "";
}
