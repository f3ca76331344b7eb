using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CrmExtensions.Cli.Solution.Checking;

/// <summary>Web resources: names, types by extension, languages of text files.</summary>
internal static class WebResourceChecks
{
    private const string Text = "12";

    private static readonly Dictionary<string, string> Types = new()
    {
        [".html"] = "1", [".css"] = "2", [".js"] = "3", [".xml"] = "4", [".png"] = "5", [".jpg"] = "6", [".gif"] = "7",
        [".xsl"] = "9", [".ico"] = "10", [".svg"] = "11", [".resx"] = Text,
    };

    public static IEnumerable<Finding> Check(SolutionModel model) =>
        model.WebResources.SelectMany(pair => CheckOne(model, pair.Key, pair.Value)).Concat(CheckIcons(model));

    private static IEnumerable<Finding> CheckOne(SolutionModel model, string name, XElement resource)
    {
        if (!model.IsOwn(name))
        {
            yield return SolutionModel.At(
                resource, $"{name} lacks the prefix {model.Prefix} (0x8004f118)", "Rename it");
        }

        if (!Regex.IsMatch(name, "^[A-Za-z0-9_./-]+$") || name.Contains("//"))
        {
            yield return SolutionModel.At(
                resource, $"{name} has forbidden characters (0x8004f117)", "Use letters, digits, _ . / -");
        }

        string extension = Path.GetExtension(name).ToLowerInvariant();
        string type = resource.TextOf("WebResourceType");
        if (!Types.TryGetValue(extension, out string? expected) || type != expected)
        {
            yield return SolutionModel.At(
                resource, $"{name} has type {type}", $"Write {expected ?? "the type of a known extension"}");
        }

        string language = type == Text ? name.Split('.')[^2] : "0";
        if (resource.TextOf("LanguageCode") != language)
        {
            yield return SolutionModel.At(
                resource, $"{name} has language {resource.TextOf("LanguageCode")}",
                $"Write {language}; texts end with .1033.resx or .1031.resx");
        }
    }

    private static IEnumerable<Finding> CheckIcons(SolutionModel model) =>
        from table in model.Tables.Values
        let icon = table.Info.TextOf("IconVectorName")
        where model.IsOwn(icon) && !model.WebResources.ContainsKey(icon)
        select SolutionModel.At(table.Element, $"the icon {icon} is not in the solution", "Add the web resource");
}
