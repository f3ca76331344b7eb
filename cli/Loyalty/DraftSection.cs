using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using CrmExtensions.Domain;

namespace CrmExtensions.Cli.Loyalty;

/// <summary>
/// An object of a draft programme. Every key that is asked for becomes known; <see cref="Finish"/> refuses the others,
/// so that a misspelt key never silently keeps a default.
/// </summary>
internal sealed class DraftSection
{
    private readonly string path;
    private readonly Dictionary<string, JsonElement> values = new(StringComparer.Ordinal);
    private readonly List<string> known = [];

    private DraftSection(string path, JsonElement element)
    {
        this.path = path;
        if (element.ValueKind != JsonValueKind.Object) throw Wrong(path, "must be an object", element);
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (!values.TryAdd(property.Name, property.Value))
                throw new ProgrammeFileException($"{path}.{property.Name} stands twice; keep one of the two.");
        }
    }

    public static DraftSection Root(JsonElement element) => new("$", element);

    public int Whole(string key, int byDefault, int least, int most) =>
        Take(key) is not { } value ? byDefault
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) && number >= least
            && number <= most ? number
        : throw Wrong(At(key), $"takes a whole number from {least} to {most}", value);

    /// <summary>Null where the key is absent.</summary>
    public int? OptionalWhole(string key, int least, int most) =>
        values.ContainsKey(key) ? Whole(key, 0, least, most) : Known<int?>(key);

    public decimal Number(string key, decimal byDefault, decimal least, decimal most) =>
        Take(key) is not { } value ? byDefault
        : value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out decimal number) && number >= least
            && number <= most ? number
        : throw Wrong(At(key), string.Create(
            CultureInfo.InvariantCulture, $"takes a number from {least} to {most}"), value);

    public decimal? OptionalNumber(string key, decimal least, decimal most) =>
        values.ContainsKey(key) ? Number(key, 0m, least, most) : Known<decimal?>(key);

    public bool Flag(string key) =>
        Take(key) is not { } value ? false
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean()
        : throw Wrong(At(key), "takes true or false", value);

    public string Text(string key, string byDefault) =>
        Take(key) is not { } value ? byDefault
        : value.ValueKind == JsonValueKind.String ? value.GetString()!
        : throw Wrong(At(key), "takes a text in quotes", value);

    public Day? OptionalDay(string key)
    {
        if (Take(key) is not { } value) return null;
        bool isDay = Day.TryParse(value.ValueKind == JsonValueKind.String ? value.GetString() : "", out Day day);
        return isDay ? day : throw Wrong(At(key), "takes a day such as \"2026-12-31\"", value);
    }

    /// <summary>The name of a choice, first letter small.</summary>
    public T Choice<T>(string key, T byDefault) where T : struct, Enum
    {
        if (Take(key) is not { } value) return byDefault;
        string text = value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        T[] found = [.. Enum.GetValues<T>().Where(option => Small(option.ToString()) == text)];
        return found.Length == 1
            ? found[0]
            : throw Wrong(At(key), $"takes one of {string.Join(", ", Enum.GetNames<T>().Select(Small))}", value);
    }

    /// <summary>Empty where the key is absent: its own defaults hold.</summary>
    public DraftSection Section(string key) => new(At(key), Take(key) ?? Empty());

    public IReadOnlyList<DraftSection> List(string key)
    {
        if (Take(key) is not { } value) return [];
        if (value.ValueKind != JsonValueKind.Array) throw Wrong(At(key), "takes a list in square brackets", value);
        return [.. value.EnumerateArray().Select((item, index) => new DraftSection($"{At(key)}[{index}]", item))];
    }

    public ProgrammeFileException Fault(string key, string sentence) => new($"{At(key)} {sentence}");

    public void Finish()
    {
        string? unknown = values.Keys.FirstOrDefault(key => !known.Contains(key));
        if (unknown is not null)
            throw new ProgrammeFileException($"{At(unknown)} is unknown; known here: {string.Join(", ", known)}.");
    }

    private JsonElement? Take(string key)
    {
        known.Add(key);
        return values.TryGetValue(key, out JsonElement value) ? value : null;
    }

    private T? Known<T>(string key)
    {
        known.Add(key);
        return default;
    }

    private string At(string key) => $"{path}.{key}";

    private static string Small(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static JsonElement Empty() => JsonDocument.Parse("{}").RootElement;

    private static ProgrammeFileException Wrong(string place, string expected, JsonElement found)
    {
        string text = found.GetRawText();
        return new ProgrammeFileException($"{place} {expected}, not {(text.Length > 60 ? text[..60] + "..." : text)}.");
    }
}
