using System.Collections.Generic;

namespace Dataverse.Local.Http.Pages;

/// <summary>The few words that the pages themselves say; everything else is a label of the environment.</summary>
internal sealed class PageText
{
    private const int German = 1031;

    private static readonly Dictionary<string, string> InGerman = new()
    {
        ["Local Dataverse"] = "Lokales Dataverse",
        ["Skip to content"] = "Zum Inhalt springen",
        ["Tables"] = "Tabellen",
        ["Recent rows"] = "Zuletzt geändert",
        ["No rows"] = "Keine Zeilen",
        ["Next page"] = "Nächste Seite",
        ["First page"] = "Erste Seite",
        ["View"] = "Ansicht",
        ["All columns"] = "Alle Spalten",
        ["New"] = "Neu",
        ["Save"] = "Speichern",
        ["Saved"] = "Gespeichert",
        ["Yes"] = "Ja",
        ["No"] = "Nein",
        ["required"] = "erforderlich",
        ["This did not work"] = "Das hat nicht geklappt",
        ["There is no such page, table or row here."] = "Diese Seite, Tabelle oder Zeile gibt es hier nicht.",
        ["Show"] = "Anzeigen",
        ["Language"] = "Sprache",
    };

    private readonly int _language;

    public PageText(int language) => _language = language;

    public string HtmlLanguage => _language == German ? "de" : "en";

    public string this[string english] =>
        _language == German && InGerman.TryGetValue(english, out string? german) ? german : english;
}
