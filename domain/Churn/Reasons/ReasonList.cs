using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace CrmExtensions.Domain.Churn;

/// <summary>The reasons of an assessment as they are chosen, and as they are stored.</summary>
public static class ReasonList
{
    public const int Most = 4;

    private const int MostRead = 20;

    /// <summary>
    /// The strongest ones, at most four; where some raise and others lower the risk, at least one of each.
    /// </summary>
    public static IReadOnlyList<Reason> Strongest(IEnumerable<Reason> all)
    {
        Reason[] ranked = all.OrderByDescending(reason => Math.Abs(reason.Effect)).ThenBy(reason => reason.Code)
            .ToArray();
        if (ranked.Length <= Most) return ranked;
        Reason[] chosen = ranked.Take(Most).ToArray();
        bool allRaise = chosen.All(reason => reason.RaisesRisk), allLower = chosen.All(reason => !reason.RaisesRisk);
        if (!allRaise && !allLower) return chosen;
        Reason? other = ranked.Skip(Most).FirstOrDefault(reason => reason.RaisesRisk != allRaise);
        if (other is not null) chosen[Most - 1] = other;
        return chosen;
    }

    /// <summary>Canonical JSON, effects to six digits.</summary>
    public static string ToJson(IReadOnlyList<Reason> reasons) =>
        "[" + string.Join(",", reasons.Select(Text)) + "]";

    /// <summary>Null for everything that <see cref="ToJson"/> would not write.</summary>
    public static IReadOnlyList<Reason>? Parse(string text)
    {
        var json = new JsonCursor(text);
        var reasons = new List<Reason>();
        json.Expect("[");
        while (!json.IsBroken && !json.Skip("]") && reasons.Count <= MostRead)
        {
            json.Separate(reasons.Count == 0, ",");
            reasons.Add(Read(json));
        }

        return json.IsAtEnd && string.Equals(ToJson(reasons), text, StringComparison.Ordinal) ? reasons : null;
    }

    private static string Text(Reason reason)
    {
        var json = new StringBuilder("{\"code\":").Append(Whole((int)reason.Code)).Append(",\"effect\":")
            .Append(reason.Effect.ToString("0.000000", CultureInfo.InvariantCulture));
        Append(json, "value", reason.Value);
        Append(json, "past", reason.OwnPast);
        Append(json, "mean", reason.SegmentMean);
        if (reason.On is { } on) json.Append(",\"on\":\"").Append(on).Append('"');
        if (reason.FirstMonth is { } first) json.Append(",\"first\":").Append(Whole(first));
        if (reason.LastMonth is { } last) json.Append(",\"last\":").Append(Whole(last));
        if (reason.Words is { } words) json.Append(",\"words\":").Append(JsonCursor.Quoted(words));
        return json.Append('}').ToString();
    }

    private static Reason Read(JsonCursor json)
    {
        json.Expect("{\"code\":");
        int code = json.Integer();
        json.Expect(",\"effect\":");
        var reason = new Reason
        {
            Code = (ReasonCode)code,
            Effect = (double)json.Decimal(),
            Value = json.Skip(",\"value\":") ? json.Decimal() : null,
            OwnPast = json.Skip(",\"past\":") ? json.Decimal() : null,
            SegmentMean = json.Skip(",\"mean\":") ? json.Decimal() : null,
            On = json.Skip(",\"on\":") ? json.Day() : null,
            FirstMonth = json.Skip(",\"first\":") ? json.Integer() : null,
            LastMonth = json.Skip(",\"last\":") ? json.Integer() : null,
            Words = json.Skip(",\"words\":") ? json.Quoted() : null,
        };
        json.Expect("}");
        return reason;
    }

    private static void Append(StringBuilder json, string key, decimal? value)
    {
        if (value is { } number)
            json.Append(",\"").Append(key).Append("\":").Append(number.ToString("0.##", CultureInfo.InvariantCulture));
    }

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
