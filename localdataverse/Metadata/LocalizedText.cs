using System.Collections.Generic;
using System.Linq;

namespace Dataverse.Local.Metadata;

/// <summary>One text in several languages. A missing language falls back to English (1033), then to the first there
/// is.</summary>
public sealed class LocalizedText
{
    public const int English = 1033;

    private readonly SortedDictionary<int, string> _byLanguage = new();

    public LocalizedText()
    {
    }

    public LocalizedText(string english) => _byLanguage[English] = english;

    public LocalizedText(IEnumerable<KeyValuePair<int, string>> texts)
    {
        foreach (KeyValuePair<int, string> text in texts) _byLanguage[text.Key] = text.Value;
    }

    public IReadOnlyDictionary<int, string> ByLanguage => _byLanguage;

    public bool IsEmpty => _byLanguage.Count == 0;

    public LocalizedText With(int language, string text) => new(_byLanguage.Append(new(language, text)));

    public string? In(int language) =>
        _byLanguage.TryGetValue(language, out string? text) || _byLanguage.TryGetValue(English, out text)
            ? text
            : _byLanguage.Values.FirstOrDefault();

    public override string ToString() => In(English) ?? "";
}
