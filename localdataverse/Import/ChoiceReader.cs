using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using Dataverse.Local.Metadata;

namespace Dataverse.Local.Import;

/// <summary>Reads option sets: global ones, and those inside columns (options, states, statuses).</summary>
internal static class ChoiceReader
{
    public static void ReadGlobal(PackageReading reading)
    {
        foreach (XElement element in reading.Customizations.Section("optionsets", "optionset"))
        {
            ChoiceSet set = Read(element, isGlobal: true);
            if (!reading.Choices.TryAdd(set.Name, set))
            {
                throw ImportFault.Because(ImportErrorCodes.OptionSets,
                    $"{element.Place()}: the choice '{set.Name}' is defined twice. Remove one definition.");
            }

            reading.Define(ComponentType.Choice, set.Name, null, element);
            reading.Applied("choice", set.Name);
        }
    }

    public static ChoiceSet Read(XElement element, bool isGlobal)
    {
        string name = element.RequiredAttribute("Name");
        IEnumerable<XElement> options = element.Section("options", "option")
            .Concat(element.Section("states", "state"))
            .Concat(element.Section("statuses", "status"));
        List<Choice> choices = [];
        foreach (XElement option in options)
        {
            int value = Number(option, "value") ?? throw PartXml.Invalid(option, "value", string.Empty, "a number");
            if (choices.Any(known => known.Value == value))
            {
                throw ImportFault.Because(ImportErrorCodes.OptionSets,
                    $"{option.Place()}: the value {value} stands twice in the choice '{name}'. Values are unique.");
            }

            choices.Add(ReadOption(option, value));
        }

        return new ChoiceSet(name.ToLowerInvariant(), choices)
        {
            IsGlobal = isGlobal,
            Labels = Labels.Read(element.Element("displaynames")),
        };
    }

    private static Choice ReadOption(XElement option, int value) => new(value, Labels.Read(option.Element("labels")))
    {
        State = Number(option, "state"),
        DefaultStatus = Number(option, "defaultstatus"),
        InvariantName = (string?)option.Attribute("invariantname"),
        Color = (string?)option.Attribute("Color"),
    };

    private static int? Number(XElement element, string attribute)
    {
        string? text = (string?)element.Attribute(attribute);
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
            ? value
            : throw PartXml.Invalid(element, attribute, text, "a whole number");
    }
}
