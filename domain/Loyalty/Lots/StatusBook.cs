using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// Status points and orders by month, so that a tier's window is summed without reading entries. The last 36 months are
/// kept, counted from the newest. Status points are no balance: spending, expiry and transfers leave them alone.
/// </summary>
public sealed class StatusBook : IEquatable<StatusBook>
{
    public const int MonthsKept = 36;

    public static readonly StatusBook Empty = new(new StatusMonth[0]);

    private readonly StatusMonth[] months;

    private StatusBook(StatusMonth[] months) => this.months = months;

    /// <summary>Ascending, none with nothing in it.</summary>
    public IReadOnlyList<StatusMonth> Months => months;

    public bool IsEmpty => months.Length == 0;

    public StatusBook Plus(Day day, int points, int orders) =>
        points == 0 && orders == 0 ? this : Plus(new[]
        {
            new StatusMonth { MonthNumber = day.MonthNumber, Points = points, Orders = orders },
        });

    public StatusBook Plus(StatusBook other) => Plus(other.months);

    public StatusBook Minus(StatusBook other) => Plus(other.months
        .Select(month => month with { Points = -month.Points, Orders = -month.Orders }));

    public long PointsBetween(Day first, Day last) => Between(first, last).Sum(month => (long)month.Points);

    public long OrdersBetween(Day first, Day last) => Between(first, last).Sum(month => (long)month.Orders);

    /// <summary>Canonical JSON, months as <c>yyyy-MM</c>.</summary>
    public string ToJson()
    {
        var json = new StringBuilder("{\"v\":1,\"months\":[");
        foreach (StatusMonth month in months)
        {
            json.Append(json[json.Length - 1] == '[' ? "{" : ",{");
            json.Append("\"month\":\"").Append(NameOf(month.MonthNumber)).Append("\",\"points\":");
            json.Append(month.Points.ToString(CultureInfo.InvariantCulture)).Append(",\"orders\":");
            json.Append(month.Orders.ToString(CultureInfo.InvariantCulture)).Append('}');
        }

        return json.Append("]}").ToString();
    }

    /// <summary>Null for everything that <see cref="ToJson"/> would not write.</summary>
    public static StatusBook? Parse(string text)
    {
        var json = new JsonCursor(text);
        var months = new List<StatusMonth>();
        json.Expect("{\"v\":1,\"months\":[");
        while (!json.IsBroken && !json.Skip("]}") && months.Count <= MonthsKept)
        {
            json.Separate(months.Count == 0, ",");
            json.Expect("{\"month\":");
            bool isMonth = Day.TryParse(json.Quoted() + "-01", out Day first);
            json.Expect(",\"points\":");
            int points = json.Integer();
            json.Expect(",\"orders\":");
            int orders = json.Integer();
            json.Expect("}");
            if (!isMonth) return null;
            months.Add(new StatusMonth { MonthNumber = first.MonthNumber, Points = points, Orders = orders });
        }

        bool isRead = json.IsAtEnd && months.Select(month => month.MonthNumber).Distinct().Count() == months.Count;
        StatusBook book = isRead ? Empty.Plus(months) : Empty;
        return isRead && book.ToJson() == text ? book : null;
    }

    public bool Equals(StatusBook? other) => other is not null && months.SequenceEqual(other.months);

    public override bool Equals(object? obj) => Equals(obj as StatusBook);

    public override int GetHashCode() =>
        months.Aggregate(17, (hash, month) => unchecked((hash * 31) + month.GetHashCode()));

    public override string ToString() => ToJson();

    private IEnumerable<StatusMonth> Between(Day first, Day last) => months
        .Where(month => month.MonthNumber >= first.MonthNumber && month.MonthNumber <= last.MonthNumber);

    private StatusBook Plus(IEnumerable<StatusMonth> more)
    {
        StatusMonth[] all = months.Concat(more)
            .GroupBy(month => month.MonthNumber)
            .OrderBy(group => group.Key)
            .Select(group => group.Aggregate((sum, month) => sum.Plus(month)))
            .Where(month => !month.IsNothing)
            .ToArray();
        if (all.Length == 0) return Empty;
        int oldest = all[all.Length - 1].MonthNumber - MonthsKept + 1;
        return new StatusBook(all[0].MonthNumber >= oldest
            ? all
            : all.Where(month => month.MonthNumber >= oldest).ToArray());
    }

    private static string NameOf(int monthNumber) =>
        new Day(monthNumber / 12, (monthNumber % 12) + 1, 1).ToString().Substring(0, 7);
}
