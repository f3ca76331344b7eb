using System;
using System.Text.RegularExpressions;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>The first item of a list that <see cref="RecommendationJson"/> wrote.</summary>
internal sealed class FirstRecommendation
{
    public Guid ProductId { get; private set; }

    public string TextEn { get; private set; } = "";

    public string TextDe { get; private set; } = "";

    /// <summary>Null for an empty list.</summary>
    public static FirstRecommendation? Of(string json)
    {
        if (!Guid.TryParse(Text(json, "productId"), out Guid product)) return null;
        return new FirstRecommendation
        {
            ProductId = product, TextEn = Text(json, "textEn"), TextDe = Text(json, "textDe"),
        };
    }

    private static string Text(string json, string name)
    {
        Match found = Regex.Match(json, "\"" + name + "\":\"((?:[^\"\\\\]|\\\\.)*)\"");
        string text = Regex.Replace(
            found.Groups[1].Value,
            "\\\\u([0-9a-f]{4})",
            letter => ((char)Convert.ToInt32(letter.Groups[1].Value, 16)).ToString());
        return text.Replace("\\\"", "\"").Replace("\\\\", "\\");
    }
}
