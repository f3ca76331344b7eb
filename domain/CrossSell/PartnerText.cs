using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>
/// The partners of a product as one JSON text of a row: <c>{"id":[together,units],...}</c>, ids in ordinal order. What
/// a column cannot hold (about 17,000 partners) loses the pairs that were seen least.
/// </summary>
public static class PartnerText
{
    public static string Write(ProductCounts counts)
    {
        for (int fewest = 1; ; fewest++)
        {
            string text = Write(counts, fewest);
            if (text.Length <= JsonCursor.LongestText) return text;
        }
    }

    /// <returns>No partners for text that this class did not write.</returns>
    public static IReadOnlyDictionary<string, PairCount> Read(string? text)
    {
        Dictionary<string, PairCount> partners = new(StringComparer.Ordinal);
        if (string.IsNullOrEmpty(text)) return partners;
        var json = new JsonCursor(text!);
        json.Expect("{");
        while (!json.IsBroken && !json.Skip("}"))
        {
            json.Separate(partners.Count == 0, ",");
            string partner = json.Quoted();
            json.Expect(":[");
            int together = json.Integer();
            json.Expect(",");
            partners[partner] = new PairCount(together, (long)json.Decimal());
            json.Expect("]");
        }

        return json.IsAtEnd ? partners : new Dictionary<string, PairCount>();
    }

    private static string Write(ProductCounts counts, int fewest)
    {
        var json = new StringBuilder("{");
        foreach (KeyValuePair<string, PairCount> partner in counts.Partners
            .Where(partner => partner.Value.Together >= fewest)
            .OrderBy(partner => partner.Key, StringComparer.Ordinal))
        {
            if (json.Length > 1) json.Append(',');
            json.Append(JsonCursor.Quoted(partner.Key)).Append(":[")
                .Append(partner.Value.Together.ToString(CultureInfo.InvariantCulture)).Append(',')
                .Append(partner.Value.Units.ToString(CultureInfo.InvariantCulture)).Append(']');
        }

        return json.Append('}').ToString();
    }
}
