using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using CrmExtensions.Domain;
using CrmExtensions.Domain.CrossSell;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>
/// A list as JSON: product, rank, score with its commercial factors, source, reason as a code with values and as a
/// sentence in both languages. No customer is named.
/// </summary>
internal static class RecommendationJson
{
    public static string Of(IReadOnlyList<Recommended> list)
    {
        var json = new StringBuilder("[");
        foreach (Recommended item in list)
        {
            if (json.Length > 1) json.Append(',');
            Append(json, item);
        }

        return json.Append(']').ToString();
    }

    /// <summary>The values that the reason names.</summary>
    public static string Values(ReasonValues why)
    {
        var json = new StringBuilder("{");
        if (why.With.Length > 0) Text(json, "with", why.With);
        if (why.Together > 0) Number(json, "together", why.Together);
        if (why.Baskets > 0) Number(json, "baskets", why.Baskets);
        if (why.Lift > 0) Number(json, "lift", why.Lift);
        if (why.Times > 0) Number(json, "times", why.Times);
        if (why.IntervalDays > 0) Number(json, "intervalDays", why.IntervalDays);
        if (why.DaysSince > 0) Number(json, "daysSince", why.DaysSince);
        if (why.WindowDays > 0) Number(json, "windowDays", why.WindowDays);
        if (why.From is { } from) Text(json, "from", from.ToString());
        if (why.To is { } to) Text(json, "to", to.ToString());
        if (why.Group != BuyerGroup.Everybody) Text(json, "group", Camel(why.Group.ToString()));
        return json.Append('}').ToString();
    }

    private static void Append(StringBuilder json, Recommended item)
    {
        json.Append('{');
        Text(json, "productId", Keys.IdOf(item.Product).ToString("D"));
        Text(json, "product", item.Name);
        Number(json, "rank", item.Rank);
        Number(json, "score", item.Score);
        Text(json, "source", Camel(item.Source.ToString()));
        Text(json, "reason", Camel(item.Reason.ToString()));
        Text(json, "textEn", ReasonText.InEnglish(item.Reason, item.Values));
        Text(json, "textDe", ReasonText.InGerman(item.Reason, item.Values));
        if (item.With.Length > 0) Text(json, "withId", Keys.IdOf(item.With).ToString("D"));
        json.Append(",\"values\":").Append(Values(item.Values)).Append(",\"factors\":{");
        Number(json, "margin", item.Factor.Margin);
        Number(json, "price", item.Factor.Price);
        Number(json, "stock", item.Factor.Stock);
        Number(json, "priority", item.Factor.Priority);
        json.Append("}}");
    }

    private static void Text(StringBuilder json, string name, string value) =>
        Name(json, name).Append(JsonCursor.Quoted(value));

    private static void Number(StringBuilder json, string name, double value) =>
        Name(json, name).Append(Math.Round(value, 6).ToString("R", CultureInfo.InvariantCulture));

    private static StringBuilder Name(StringBuilder json, string name)
    {
        if (json[json.Length - 1] != '{') json.Append(',');
        return json.Append('"').Append(name).Append("\":");
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);
}
