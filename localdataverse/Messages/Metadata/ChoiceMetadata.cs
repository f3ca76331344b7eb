using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Metadata;
using Microsoft.Xrm.Sdk.Metadata;

namespace Dataverse.Local.Messages.Metadata;

/// <summary>Choices between the catalog and the SDK.</summary>
internal static class ChoiceMetadata
{
    public static OptionSetMetadata Write(ChoiceSet choices, OptionSetType type, int language)
    {
        OptionSetMetadata written = new(
            new OptionMetadataCollection(choices.Options.Select(o => Write(o, type, language)).ToList()))
        {
            Name = choices.Name, IsGlobal = choices.IsGlobal, OptionSetType = type,
            MetadataId = MetadataIds.OfChoices(choices.Name), DisplayName = Labels.Write(choices.Labels, language),
        };
        return written;
    }

    public static BooleanOptionSetMetadata WriteBoolean(ChoiceSet choices, int language) => new(
        Write(choices.Find(1)!, OptionSetType.Boolean, language),
        Write(choices.Find(0)!, OptionSetType.Boolean, language))
    {
        Name = choices.Name, IsGlobal = choices.IsGlobal, OptionSetType = OptionSetType.Boolean,
        MetadataId = MetadataIds.OfChoices(choices.Name), DisplayName = Labels.Write(choices.Labels, language),
    };

    public static ChoiceSet Read(OptionSetMetadata written, string localName)
    {
        bool isGlobal = written.IsGlobal == true;
        return new(isGlobal || !string.IsNullOrEmpty(written.Name) ? written.Name : localName, Read(written.Options))
        {
            IsGlobal = isGlobal, Labels = Labels.Read(written.DisplayName),
        };
    }

    public static ChoiceSet ReadBoolean(BooleanOptionSetMetadata? written, string localName)
    {
        if (written?.TrueOption is null || written.FalseOption is null)
        {
            return new(localName, [new(1, new("Yes")), new(0, new("No"))]);
        }

        return new(localName, [Read(written.TrueOption, 1), Read(written.FalseOption, 0)]);
    }

    private static IEnumerable<Choice> Read(IEnumerable<OptionMetadata> options)
    {
        int next = 0;
        foreach (OptionMetadata option in options)
        {
            Choice choice = Read(option, next);
            next = choice.Value + 1;
            yield return choice;
        }
    }

    private static Choice Read(OptionMetadata option, int otherwise) =>
        new(option.Value ?? otherwise, Labels.Read(option.Label)) { Color = option.Color };

    private static OptionMetadata Write(Choice choice, OptionSetType type, int language)
    {
        OptionMetadata option = type switch
        {
            OptionSetType.State => new StateOptionMetadata
            {
                DefaultStatus = choice.DefaultStatus, InvariantName = choice.InvariantName,
            },
            OptionSetType.Status => new StatusOptionMetadata(choice.Value, choice.State),
            _ => new OptionMetadata(),
        };
        option.Value = choice.Value;
        option.Label = Labels.Write(choice.Labels, language);
        option.Color = choice.Color;
        return option;
    }
}
