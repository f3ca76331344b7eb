using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Messages.Metadata;

/// <summary>Texts in languages, between the catalog and the SDK.</summary>
internal static class Labels
{
    public static Label Write(LocalizedText text, int language)
    {
        LocalizedLabel[] labels = text.ByLanguage.Select(t => new LocalizedLabel(t.Value, t.Key)).ToArray();
        string? shown = text.In(language);
        return new Label(shown is null ? null! : new LocalizedLabel(shown, language), labels);
    }

    public static LocalizedText Read(Label? label)
    {
        if (label is null) return new();
        IEnumerable<LocalizedLabel> labels = label.LocalizedLabels;
        if (label.UserLocalizedLabel is { } user) labels = labels.Prepend(user);
        return new(labels.Where(l => l.Label is not null).Select(l => KeyValuePair.Create(l.LanguageCode, l.Label)));
    }
}
