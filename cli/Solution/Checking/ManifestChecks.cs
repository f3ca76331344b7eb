using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CrmExtensions.Cli.Solution.Checking;

/// <summary>Name, version, publisher and dependencies in <c>Other/Solution.xml</c>.</summary>
internal static class ManifestChecks
{
    public static IEnumerable<Finding> Check(SolutionModel model) =>
        CheckNames(model).Concat(CheckRoot(model)).Concat(CheckDependencies(model));

    private static IEnumerable<Finding> CheckNames(SolutionModel model)
    {
        XElement? publisher = model.Manifest.Element("Publisher");
        if (!Regex.IsMatch(model.Manifest.TextOf("UniqueName"), "^[A-Za-z_][A-Za-z0-9_]*$"))
        {
            yield return Of($"UniqueName '{model.Manifest.TextOf("UniqueName")}' (0x8004f002)",
                "Use letters, digits and _");
        }

        if (!Regex.IsMatch(model.Manifest.TextOf("Version"), @"^\d+(\.\d+){3}$"))
        {
            yield return Of($"Version '{model.Manifest.TextOf("Version")}' (0x8004f01e)",
                "Write four numbers, as in 1.0.0.0");
        }

        string prefix = publisher.TextOf("CustomizationPrefix");
        if (!Regex.IsMatch(prefix, "^[a-zA-Z][a-zA-Z0-9]{1,7}$")
            || prefix.StartsWith("mscrm", StringComparison.OrdinalIgnoreCase))
        {
            yield return Of($"CustomizationPrefix '{prefix}'", "Use 2 to 8 letters and digits, not mscrm");
        }

        if (!int.TryParse(publisher.TextOf("CustomizationOptionValuePrefix"), CultureInfo.InvariantCulture,
            out int values)
            || values is < 10000 or > 99999)
        {
            yield return Of("CustomizationOptionValuePrefix is not between 10000 and 99999",
                "Keep the publisher's prefix");
        }
    }

    private static IEnumerable<Finding> CheckRoot(SolutionModel model)
    {
        XElement root = model.Packed.Manifest;
        foreach (string attribute in new[] { "version", "SolutionPackageVersion", "languagecode", "generatedBy" })
        {
            if (root.ValueOf(attribute).Length == 0)
            {
                yield return Of($"ImportExportXml lacks {attribute}", "Copy it from a former version of this file");
            }
        }

        if (!model.Languages.Contains(root.ValueOf("languagecode")))
        {
            yield return new Finding(
                SolutionSource.CustomizationsPath,
                $"<Languages> lacks the base language {root.ValueOf("languagecode")}",
                "Add it");
        }
    }

    private static IEnumerable<Finding> CheckDependencies(SolutionModel model)
    {
        HashSet<string> steps = [.. model.Section("SdkMessageProcessingSteps")
            .Select(step => SolutionModel.IdOf(step.ValueOf("SdkMessageProcessingStepId")))];
        foreach (XElement dependency in model.Manifest.Descendants("MissingDependency"))
        {
            XElement? dependent = dependency.Element("Dependent");
            if (dependency.Element("Required").ValueOf("solution") == "Active")
            {
                yield return Of("a dependency on solution Active can never be satisfied", "Remove the entry");
            }

            if (dependent.ValueOf("type") == "92" && !steps.Contains(SolutionModel.IdOf(dependent.ValueOf("id"))))
            {
                yield return Of(
                    $"MissingDependency of step {dependent.ValueOf("id")}, which is not in the solution",
                    "Name the id that `crmx solution id step` prints");
            }
        }
    }

    private static Finding Of(string problem, string remedy) => new(SolutionSource.ManifestPath, problem, remedy);
}
