using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// What a programme owes its members, added up member by member: open points by the month in which they end, what is
/// held back, what members owe. Sums of pages add up, so no page needs more than its own rows.
/// </summary>
public sealed class Liability
{
    private const int Never = 0;

    private readonly SortedDictionary<int, long> months = new();

    public long Members { get; private set; }

    public long OpenPoints => months.Values.Sum();

    /// <summary>The part of the open points that cannot be spent yet.</summary>
    public long PendingPoints { get; private set; }

    /// <summary>What members owe; no part of the open points.</summary>
    public long DebtPoints { get; private set; }

    /// <summary>Months as <c>yyyy-MM</c> in order; the empty name: points that never end.</summary>
    public IReadOnlyList<LiabilityMonth> Months => months
        .OrderBy(month => month.Key == Never ? int.MaxValue : month.Key)
        .Select(month => new LiabilityMonth { Name = NameOf(month.Key), Points = month.Value })
        .ToArray();

    public void Add(MemberHead head, Day today)
    {
        Members++;
        DebtPoints += head.Debt;
        PendingPoints += head.PendingOn(today);
        foreach (Lot lot in head.Lots.Lots) Add(lot.Key.ExpiresOn?.MonthNumber ?? Never, lot.Points);
    }

    /// <summary>Canonical JSON, to go on from with the next page.</summary>
    public string ToJson()
    {
        var json = new StringBuilder("{\"v\":1,\"members\":").Append(Text(Members));
        json.Append(",\"pending\":").Append(Text(PendingPoints)).Append(",\"debt\":").Append(Text(DebtPoints));
        json.Append(",\"months\":[");
        foreach (KeyValuePair<int, long> month in months)
        {
            json.Append(json[json.Length - 1] == '[' ? "{" : ",{").Append("\"month\":").Append(Text(month.Key));
            json.Append(",\"points\":").Append(Text(month.Value)).Append('}');
        }

        return json.Append("]}").ToString();
    }

    /// <summary>Null for everything that <see cref="ToJson"/> would not write.</summary>
    public static Liability? Parse(string text)
    {
        var json = new JsonCursor(text);
        var sum = new Liability();
        json.Expect("{\"v\":1,\"members\":");
        sum.Members = (long)json.Decimal();
        json.Expect(",\"pending\":");
        sum.PendingPoints = (long)json.Decimal();
        json.Expect(",\"debt\":");
        sum.DebtPoints = (long)json.Decimal();
        json.Expect(",\"months\":[");
        while (!json.IsBroken && !json.Skip("]}"))
        {
            json.Separate(sum.months.Count == 0, ",");
            json.Expect("{\"month\":");
            int month = json.Integer();
            json.Expect(",\"points\":");
            sum.Add(month, (long)json.Decimal());
            json.Expect("}");
        }

        return json.IsAtEnd && sum.ToJson() == text ? sum : null;
    }

    private void Add(int month, long points)
    {
        months.TryGetValue(month, out long before);
        months[month] = before + points;
    }

    private static string NameOf(int month) =>
        month == Never ? "" : new Day(month / 12, (month % 12) + 1, 1).ToString().Substring(0, 7);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
