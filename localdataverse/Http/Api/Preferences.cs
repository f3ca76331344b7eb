using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.AspNetCore.Http;

namespace Dataverse.Local.Http.Api;

/// <summary>The Prefer header.</summary>
internal sealed class Preferences
{
    private readonly string[] _annotations;

    private Preferences(string[] annotations) => _annotations = annotations;

    /// <summary>Null: not given.</summary>
    public int? MaxPageSize { get; private init; }

    public bool ReturnsRepresentation { get; private init; }

    /// <summary>A batch goes on behind a request that has failed.</summary>
    public bool ContinuesOnError { get; private init; }

    public static Preferences Of(HttpRequest request)
    {
        Dictionary<string, string> given = new(StringComparer.OrdinalIgnoreCase);
        foreach (string part in Split(string.Join(",", (IEnumerable<string?>)request.Headers["Prefer"])))
        {
            int at = part.IndexOf('=', StringComparison.Ordinal);
            string name = (at < 0 ? part : part[..at]).Trim();
            given[name] = at < 0 ? "" : part[(at + 1)..].Trim().Trim('"');
        }

        string? size = given.GetValueOrDefault("odata.maxpagesize") ?? given.GetValueOrDefault("maxpagesize");
        string annotations = given.GetValueOrDefault("odata.include-annotations") ?? "";
        const StringSplitOptions Parts = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        bool isNumber = int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out int rows);
        return new Preferences(annotations.Split(',', Parts))
        {
            MaxPageSize = isNumber && rows > 0 ? rows : null,
            ContinuesOnError = IsSet(given, "odata.continue-on-error") || IsSet(given, "continue-on-error"),
            ReturnsRepresentation = given.GetValueOrDefault("return") == "representation",
        };
    }

    /// <summary>Patterns are whole names, or end with a star; a leading minus excludes.</summary>
    public bool Includes(string annotation) =>
        _annotations.Any(pattern => pattern[0] != '-' && Fits(pattern, annotation))
        && !_annotations.Any(pattern => pattern[0] == '-' && Fits(pattern[1..], annotation));

    /// <summary>The name alone means true.</summary>
    private static bool IsSet(Dictionary<string, string> given, string name) =>
        given.TryGetValue(name, out string? value) && value is "" or "true";

    private static bool Fits(string pattern, string annotation) => pattern.EndsWith('*')
        ? annotation.StartsWith(pattern[..^1], StringComparison.OrdinalIgnoreCase)
        : string.Equals(pattern, annotation, StringComparison.OrdinalIgnoreCase);

    /// <summary>At the commas that are not in quotes.</summary>
    private static IEnumerable<string> Split(string header)
    {
        int from = 0;
        bool quoted = false;
        for (int i = 0; i < header.Length; i++)
        {
            if (header[i] == '"') quoted = !quoted;
            if (header[i] != ',' || quoted) continue;
            yield return header[from..i];
            from = i + 1;
        }

        if (from < header.Length) yield return header[from..];
    }
}
