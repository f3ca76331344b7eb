using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Dataverse.Local.Metadata;

namespace Dataverse.Local.Import;

/// <summary>Reads lists of labels: one element a language, text in description, LCID in languagecode.</summary>
internal static class Labels
{
    public static LocalizedText Read(XElement? list)
    {
        List<KeyValuePair<int, string>> texts = [];
        foreach (XElement label in list?.Elements() ?? [])
        {
            string code = label.RequiredAttribute("languagecode");
            if (!int.TryParse(code, out int language))
            {
                throw PartXml.Invalid(label, "languagecode", code, "an LCID such as 1033");
            }

            texts.Add(new KeyValuePair<int, string>(language, (string?)label.Attribute("description") ?? string.Empty));
        }

        return new LocalizedText(texts);
    }

    /// <summary>The text in English, or in the first language given; null when there is none.</summary>
    public static string? First(XElement? list)
    {
        LocalizedText text = Read(list);
        return text.IsEmpty ? null : text.ByLanguage.Values.FirstOrDefault(value => value.Length > 0) is null
            ? null
            : text.In(LocalizedText.English);
    }
}
