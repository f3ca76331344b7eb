using System;
using CrmExtensions.Domain;

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

    /// <summary>Quotes inside texts are escaped: no name of a product reads like the name of a value.</summary>
    private static string Text(string json, string name)
    {
        string start = "\"" + name + "\":";
        int at = json.IndexOf(start, StringComparison.Ordinal);
        return at < 0 ? "" : new JsonCursor(json.Substring(at + start.Length)).Quoted();
    }
}
