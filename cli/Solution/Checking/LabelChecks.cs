using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmExtensions.Cli.Solution.Checking;

/// <summary>
/// Every text is there in every language of the solution: a German environment shows what stands under 1031.
/// </summary>
internal static class LabelChecks
{
    private static readonly string[] Groups =
    [
        "LocalizedNames", "LocalizedCollectionNames", "Descriptions", "displaynames", "labels", "displayname",
        "description",
    ];

    public static IEnumerable<Finding> Check(SolutionModel model) =>
        model.Packed.Customizations.Descendants().Where(IsGroup)
            .SelectMany(group => CheckGroup(model, group, Packing.SourceFile.Of(group)))
            .Concat(model.Packed.Manifest.Descendants().Where(IsGroup)
                .SelectMany(group => CheckGroup(model, group, SolutionSource.ManifestPath)))
            .Concat(model.Packed.Parts.Keys.Where(name => name.EndsWith(".xml", StringComparison.Ordinal))
                .Select(name => name.Split('/')[^1]).Distinct().SelectMany(model.Documents)
                .SelectMany(document => document.Value.Descendants().Where(IsGroup)
                    .SelectMany(group => CheckGroup(model, group, document.Key))))
            .Concat(CheckTitles(model));

    private static bool IsGroup(XElement element) =>
        Groups.Contains(element.Name.LocalName)
            && element.Elements().Any(label => label.Attribute("languagecode") is not null);

    /// <summary>Either all languages say something, or none.</summary>
    private static IEnumerable<Finding> CheckGroup(SolutionModel model, XElement group, string place)
    {
        Dictionary<string, string> texts = group.Elements().GroupBy(label => label.ValueOf("languagecode"))
            .ToDictionary(language => language.Key, language => language.First().ValueOf("description").Trim());
        string? example = texts.Values.FirstOrDefault(text => text.Length > 0);
        return model.Languages
            .Where(language => example is not null && texts.GetValueOrDefault(language, "").Length == 0)
            .Select(language => new Finding(place, $"'{example}' has no text in {language}", "Add the translation"));
    }

    private static IEnumerable<Finding> CheckTitles(SolutionModel model) =>
        from titles in model.Section("AppModuleSiteMaps").Descendants("Titles")
        from language in model.Languages
        where titles.Elements("Title")
            .All(title => title.ValueOf("LCID") != language || title.ValueOf("Title").Length == 0)
        select SolutionModel.At(
            titles, $"'{titles.Elements().First().ValueOf("Title")}' has no title in {language}", "Add it");
}
