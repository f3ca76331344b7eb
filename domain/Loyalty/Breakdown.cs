using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// Which rule gave how many points on which line. Recorded with the entry, because a later return reverses what was
/// recorded and never what today's configuration would give.
/// </summary>
public sealed class Breakdown
{
    /// <summary>More parts than this are no breakdown that the domain wrote.</summary>
    public const int MostParts = 100_000;

    /// <summary>Characters that an entry's column holds.</summary>
    public const int LongestJson = JsonCursor.LongestText;

    public static readonly Breakdown Empty = new(new BreakdownPart[0]);

    public Breakdown(IReadOnlyList<BreakdownPart> parts) => Parts = parts;

    public IReadOnlyList<BreakdownPart> Parts { get; }

    public int Points => Parts.Sum(part => part.Points);

    public decimal Amount => Parts.Sum(part => part.Amount);

    public int StatusPoints => Parts.Where(part => part.Rule == BreakdownPart.BaseRate).Sum(part => part.Points);

    /// <summary>False where it is only known what the rules gave on all lines together, or on the header.</summary>
    public bool NamesLines => Parts.Any(part => part.Line is not null);

    public int PointsOf(string rule) => Parts.Where(part => part.Rule == rule).Sum(part => part.Points);

    /// <summary>One part for each rule instead of one for each line; such parts say so.</summary>
    public Breakdown Summed() => NamesLines
        ? Sum(new[] { new Breakdown(Parts.Select(part => part.OnAllLines()).ToArray()) })
        : this;

    /// <summary>The same with fewer points of one rule, in proportion; parts without points fall out.</summary>
    public Breakdown Cut(string rule, int points)
    {
        BreakdownPart[] cut = Parts.Where(part => part.Rule == rule).ToArray();
        if (cut.Length == 0) return this;
        IReadOnlyList<long> shares = Apportion.Whole(points, cut.Select(part => (decimal)part.Points).ToArray());
        var next = 0;
        return new Breakdown(Parts
            .Select(part => part.Rule == rule ? part.WithPoints((int)shares[next++]) : part)
            .Where(part => part.Rule != rule || part.Points != 0)
            .ToArray());
    }

    /// <summary>The sum of several breakdowns: one part for each rule and place, in the order of their first
    /// mention.</summary>
    public static Breakdown Sum(IEnumerable<Breakdown> all) => new(all
        .SelectMany(one => one.Parts)
        .GroupBy(part => part.Place)
        .Select(group => group.Aggregate((sum, part) => sum.Plus(part)))
        .ToArray());

    /// <summary>What has to be added to <paramref name="other"/> to get this; parts without a difference fall
    /// out.</summary>
    public Breakdown Minus(Breakdown other) => new(
        Sum(new[] { this, other.Negative() }).Parts.Where(part => !part.IsNothing).ToArray());

    public Breakdown Negative() => new(Parts.Select(part => part.Times(-1)).ToArray());

    /// <summary>The same breakdown for fewer points, in proportion; amounts and units too.</summary>
    public Breakdown Scaled(int points)
    {
        int whole = Points;
        Require.That(points >= 0 && points <= whole && whole > 0, "no more points than there are");
        decimal share = (decimal)points / whole;
        IReadOnlyList<long> shares = Apportion.Whole(points, Parts.Select(part => (decimal)part.Points).ToArray());
        return new Breakdown(Parts.Select((part, at) => part.Part(share, (int)shares[at])).ToArray());
    }

    /// <summary>
    /// Canonical JSON: fixed order of keys, no white space, amounts with four decimals. The text is hashed, so the same
    /// parts must give the same characters on every machine.
    /// </summary>
    public string ToJson()
    {
        var json = new StringBuilder("{\"v\":1,\"parts\":[");
        string separator = "";
        foreach (BreakdownPart part in Parts)
        {
            json.Append(separator).Append("{\"rule\":").Append(JsonCursor.Quoted(part.Rule));
            if (part.Line is { } line) json.Append(",\"line\":\"").Append(line.ToString("N")).Append('"');
            if (part.Item is { } item) json.Append(",\"item\":").Append(JsonCursor.Quoted(item));
            if (part.Units is { } units) json.Append(",\"units\":").Append(BreakdownPart.UnitText(units));
            json.Append(",\"amount\":").Append(BaseAmount.Text(part.Amount));
            json.Append(",\"points\":").Append(part.Points.ToString(CultureInfo.InvariantCulture)).Append('}');
            separator = ",";
        }

        return json.Append("]}").ToString();
    }

    /// <summary>What an entry can hold: sums by rule where the lines do not fit. Returns then go by amount.</summary>
    public string ToStoredJson()
    {
        string json = ToJson();
        return json.Length <= LongestJson ? json : Summed().ToJson();
    }

    /// <summary>Null for everything that <see cref="ToJson"/> would not write.</summary>
    public static Breakdown? Parse(string text)
    {
        var json = new JsonCursor(text);
        var parts = new List<BreakdownPart>();
        json.Expect("{\"v\":1,\"parts\":[");
        while (!json.IsBroken && !json.Skip("]}") && parts.Count <= MostParts)
        {
            json.Separate(parts.Count == 0, ",");
            parts.Add(ReadPart(json));
        }

        if (!json.IsAtEnd || !AreBounded(parts)) return null;
        var breakdown = new Breakdown(parts);
        return string.Equals(breakdown.ToJson(), text, StringComparison.Ordinal) ? breakdown : null;
    }

    // Sums of what was read must not overflow, whoever wrote it.
    private static bool AreBounded(List<BreakdownPart> parts) =>
        parts.Sum(part => Math.Abs((long)part.Points)) <= int.MaxValue
        && parts.All(part => Math.Abs(part.Amount) <= 10 * BaseAmount.Highest)
        && parts.All(part => Math.Abs(part.Units.GetValueOrDefault()) <= 10 * BaseAmount.Highest);

    private static BreakdownPart ReadPart(JsonCursor json)
    {
        json.Expect("{\"rule\":");
        string rule = json.Quoted();
        Guid? line = json.Skip(",\"line\":") ? json.Id() : null;
        string? item = json.Skip(",\"item\":") ? json.Quoted() : null;
        decimal? units = json.Skip(",\"units\":") ? json.Decimal() : null;
        json.Expect(",\"amount\":");
        decimal amount = json.Decimal();
        json.Expect(",\"points\":");
        int points = json.Integer();
        json.Expect("}");
        return new BreakdownPart
        {
            Rule = rule, Line = line, Item = item, Units = units, Amount = amount, Points = points,
        };
    }
}
