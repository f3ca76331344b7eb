using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// Lots in the order of their consumption, one for each key: the open lots of a member, or the part of them that an
/// entry moved (its allocation). Immutable, equal by content.
/// </summary>
public sealed class LotBook : IEquatable<LotBook>
{
    public static readonly LotBook Empty = new(new Lot[0]);

    private readonly Lot[] lots;

    private LotBook(Lot[] lots)
    {
        this.lots = lots;
        foreach (Lot lot in lots) Total += lot.Points;
    }

    public IReadOnlyList<Lot> Lots => lots;

    public long Total { get; }

    public bool IsEmpty => lots.Length == 0;

    public static LotBook Of(LotKey key, int points) =>
        points == 0 ? Empty : new LotBook(new[] { new Lot(key, points) });

    /// <summary>Lots with the same key become one.</summary>
    public static LotBook Of(IEnumerable<Lot> lots) => new(lots
        .GroupBy(lot => lot.Key)
        .OrderBy(group => group.Key)
        .Select(group => new Lot(group.Key, checked(group.Sum(lot => lot.Points))))
        .ToArray());

    public LotBook Plus(LotBook other)
    {
        if (IsEmpty) return other;
        return other.IsEmpty ? this : Of(lots.Concat(other.lots));
    }

    /// <summary>Null unless every lot of <paramref name="part"/> stands here with at least as many points.</summary>
    public LotBook? Minus(LotBook part)
    {
        if (part.IsEmpty) return this;
        var rest = new List<Lot>(lots.Length);
        int next = 0;
        foreach (Lot lot in lots)
        {
            bool isTouched = next < part.lots.Length && part.lots[next].Key.Equals(lot.Key);
            int left = isTouched ? lot.Points - part.lots[next++].Points : lot.Points;
            if (left < 0) return null;
            if (left > 0) rest.Add(isTouched ? new Lot(lot.Key, left) : lot);
        }

        return next == part.lots.Length ? new LotBook(rest.ToArray()) : null;
    }

    /// <summary>
    /// Up to so many points out of the lots that fit, in the order of consumption; fewer if there are not so many.
    /// </summary>
    public LotBook First(long points, Func<LotKey, bool> fits)
    {
        Require.That(points >= 0, "zero points or more");
        var taken = new List<Lot>();
        foreach (Lot lot in lots)
        {
            if (points == 0) break;
            if (!fits(lot.Key)) continue;
            int part = (int)Math.Min(points, lot.Points);
            taken.Add(new Lot(lot.Key, part));
            points -= part;
        }

        return new LotBook(taken.ToArray());
    }

    public LotBook Where(Func<LotKey, bool> fits) => First(Total, fits);

    public LotBook AvailableOn(Day day) => Where(key => key.IsAvailableOn(day));

    public LotBook PendingOn(Day day) => Where(key => key.IsPendingOn(day));

    /// <summary>Lots whose available-from day has come become one with their free counterparts.</summary>
    public LotBook MaturedBy(Day day) => Array.Exists(lots, lot => lot.Key.AvailableFrom <= day)
        ? Of(lots.Select(lot => new Lot(lot.Key.MaturedBy(day), lot.Points)))
        : this;

    /// <summary>The same points under other dates.</summary>
    public LotBook With(Func<LotKey, LotKey> dates) => Of(lots.Select(lot => new Lot(dates(lot.Key), lot.Points)));

    /// <summary>Canonical JSON: fixed order of keys, no white space, absent dates left out.</summary>
    public string ToJson()
    {
        var json = new StringBuilder("{\"v\":1,\"lots\":[");
        foreach (Lot lot in lots)
        {
            json.Append(json[json.Length - 1] == '[' ? "{" : ",{");
            Write(json, "earned", lot.Key.EarnedOn);
            Write(json, "from", lot.Key.AvailableFrom);
            Write(json, "until", lot.Key.ExpiresOn);
            json.Append("\"points\":").Append(lot.Points.ToString(CultureInfo.InvariantCulture)).Append('}');
        }

        return json.Append("]}").ToString();
    }

    /// <summary>Null for everything that <see cref="ToJson"/> would not write.</summary>
    public static LotBook? Parse(string text)
    {
        var json = new JsonCursor(text);
        var lots = new List<Lot>();
        json.Expect("{\"v\":1,\"lots\":[");
        while (!json.IsBroken && !json.Skip("]}"))
        {
            json.Separate(lots.Count == 0, ",");
            json.Expect("{");
            LotKey key = LotKey.Of(Read(json, "earned"), Read(json, "from"), Read(json, "until"));
            json.Expect("\"points\":");
            int points = json.Integer();
            json.Expect("}");
            if (points < 1) return null;
            lots.Add(new Lot(key, points));
        }

        if (!json.IsAtEnd || lots.Sum(lot => (long)lot.Points) > int.MaxValue) return null;
        LotBook book = Of(lots);
        return book.ToJson() == text ? book : null;
    }

    public bool Equals(LotBook? other) => other is not null && lots.SequenceEqual(other.lots);

    public override bool Equals(object? obj) => Equals(obj as LotBook);

    public override int GetHashCode() => lots.Aggregate(17, (hash, lot) => unchecked((hash * 31) + lot.GetHashCode()));

    public override string ToString() => ToJson();

    private static void Write(StringBuilder json, string name, Day? day)
    {
        if (day is { } set) json.Append('"').Append(name).Append("\":\"").Append(set.ToString()).Append("\",");
    }

    private static Day? Read(JsonCursor json, string name)
    {
        if (!json.Skip("\"" + name + "\":")) return null;
        Day day = json.Day();
        json.Expect(",");
        return day;
    }
}
