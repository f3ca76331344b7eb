using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;

namespace CrmExtensions.Cli.Solution.Checking;

/// <summary>Choices: own values lie in the publisher's range, no value twice, defaults exist.</summary>
internal static class ChoiceChecks
{
    private const int RangeSize = 10000;

    public static IEnumerable<Finding> Check(SolutionModel model)
    {
        IEnumerable<XElement> local = model.Tables.Values.SelectMany(table => table.Columns.Values)
            .SelectMany(column => column.Elements("optionset"));
        return model.Choices.Values.Concat(local)
            .SelectMany(choice => CheckValues(model, choice))
            .Concat(model.Tables.Values.SelectMany(table => table.Columns.Values)
                .SelectMany(column => CheckDefault(model, column)));
    }

    private static IEnumerable<Finding> CheckValues(SolutionModel model, XElement choice)
    {
        string name = choice.ValueOf("Name");
        List<string> values = [.. choice.Descendants("option").Select(option => option.ValueOf("value"))];
        if (values.Distinct().Count() < values.Count)
        {
            yield return SolutionModel.At(
                choice, $"choice {name} has a value twice", "Give every option its own value");
        }

        _ = int.TryParse(
            model.Manifest.Element("Publisher").TextOf("CustomizationOptionValuePrefix"), CultureInfo.InvariantCulture,
            out int prefix);
        long first = (long)prefix * RangeSize;
        foreach (string value in values.Where(_ => choice.TextOf("OptionSetType") == "picklist"))
        {
            if (!long.TryParse(value, CultureInfo.InvariantCulture, out long number) || number < first
                || number >= first + RangeSize)
            {
                yield return SolutionModel.At(
                    choice, $"value {value} of {name} lies outside the publisher's range", $"Count from {first}");
            }
        }

        if (choice.TextOf("IsGlobal") == "1" && !model.IsOwn(name))
        {
            yield return SolutionModel.At(choice, $"choice {name} lacks the prefix {model.Prefix}", "Rename it");
        }
    }

    private static IEnumerable<Finding> CheckDefault(SolutionModel model, XElement column)
    {
        string value = column.TextOf("AppDefaultValue");
        XElement? choice = column.Element("optionset")
            ?? model.Choices.GetValueOrDefault(column.TextOf("OptionSetName").ToLowerInvariant());
        if (value is not ("" or "-1") && choice is not null
            && choice.Descendants("option").All(option => option.ValueOf("value") != value))
        {
            yield return SolutionModel.At(
                column, $"the default {value} of {column.TextOf("LogicalName")} is no option",
                "Write the value of an option, or -1");
        }
    }
}
