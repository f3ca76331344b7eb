using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmExtensions.Cli.Orders;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Loyalty;

namespace CrmExtensions.Cli.Loyalty;

/// <summary>Sums a finished replay up.</summary>
internal sealed class SimulationSummary(DraftProgramme draft, LoyaltySimulation run, SimulationOptions options)
{
    private readonly RedemptionSettings worth = draft.Programme.Redemption;

    public SimulationReport Of(OrderBook book, int malformed)
    {
        MonthFlow[] months = [.. run.Months.Values];
        decimal revenue = months.Sum(month => month.Revenue);
        long issued = months.Sum(month => month.Issued);
        long redeemed = months.Sum(month => month.Redeemed);
        long expired = months.Sum(month => month.Expired);
        long outstanding = run.Members.Sum(member => (long)member.Head.Balance);
        decimal liability = worth.ValueOf(Math.Max(0, outstanding));
        return new SimulationReport
        {
            Programme = draft.Name,
            From = book.Orders.Count == 0 ? "" : Iso(book.Orders.Min(order => order.OrderedOn)),
            To = book.Orders.Count == 0 ? "" : Iso(book.Orders.Max(order => order.OrderedOn)),
            Lines = book.LineCount,
            Orders = book.Orders.Count,
            Members = run.Members.Count,
            Entries = run.Entries,
            RedeemPercent = options.RedeemPercent,
            Revenue = revenue,
            Issued = issued,
            Redeemed = redeemed,
            Expired = expired,
            TakenBack = months.Sum(month => month.TakenBack),
            Outstanding = outstanding,
            BreakagePercent = Percent(expired, issued),
            Liability = liability,
            CostPercent = Percent(worth.ValueOf(redeemed), revenue),
            HighestCostPercent = Percent(worth.ValueOf(redeemed) + liability, revenue),
            BudgetShortfall = run.BudgetShortfall,
            UnmatchedReturns = run.UnmatchedReturns,
            AnonymousOrders = run.AnonymousOrders,
            MalformedLines = malformed,
            Months = Months(),
            Tiers = Tiers(),
            Segments = Segments(revenue, issued),
            Top = Top(),
        };
    }

    private List<SimulationReport.MonthRow> Months()
    {
        List<SimulationReport.MonthRow> rows = [];
        long balance = 0;
        foreach (KeyValuePair<int, MonthFlow> month in run.Months)
        {
            MonthFlow flow = month.Value;
            balance += flow.Issued - flow.Redeemed - flow.Expired - flow.TakenBack;
            rows.Add(new SimulationReport.MonthRow(
                string.Create(CultureInfo.InvariantCulture, $"{month.Key / 12:0000}-{(month.Key % 12) + 1:00}"),
                flow.Revenue,
                flow.Issued,
                flow.Redeemed,
                flow.Expired,
                flow.TakenBack,
                worth.ValueOf(Math.Max(0, balance))));
        }

        return rows;
    }

    private List<SimulationReport.TierRow> Tiers()
    {
        ILookup<Guid?, SimulatedMember> byTier = run.Members.ToLookup(member => member.Standing.TierId);
        SimulationReport.TierRow Row(string name, Guid? id) =>
            new(name, byTier[id].Count(), Percent(byTier[id].Count(), run.Members.Count));
        List<SimulationReport.TierRow> rows = [.. draft.Tiers.Select(tier => Row(tier.Name, tier.Id))];
        if (byTier[null].Any() && draft.Tiers.Count > 0) rows.Insert(0, Row("(none)", null));
        return rows;
    }

    /// <summary>By purchases, because how often somebody buys is what a programme wants to change.</summary>
    private SimulationReport.SegmentRow[] Segments(decimal revenue, long issued)
    {
        decimal average = Percent(worth.ValueOf(issued), revenue);
        return
        [
            .. run.Members.GroupBy(SegmentOf).OrderBy(group => group.Key).Select(group =>
            {
                decimal spent = group.Sum(member => member.Revenue);
                long points = group.Sum(member => member.Issued);
                decimal share = Percent(worth.ValueOf(points), spent);
                return new SimulationReport.SegmentRow(
                    Names[group.Key], group.Count(), spent, points, share, spent > 0 ? share - average : 0m);
            }),
        ];
    }

    private static readonly string[] Names =
        ["no order", "1 order", "2-4 orders", "5-9 orders", "10-19 orders", "20+ orders"];

    private static int SegmentOf(SimulatedMember member) => member.Orders switch
    {
        0 => 0,
        1 => 1,
        < 5 => 2,
        < 10 => 3,
        < 20 => 4,
        _ => 5,
    };

    private SimulationReport.TopRow[] Top() =>
    [
        .. run.Members
            .OrderByDescending(member => member.Head.Balance)
            .ThenBy(member => member.Customer, StringComparer.Ordinal)
            .Take(options.Top)
            .Select(member => new SimulationReport.TopRow(
                member.Customer, member.Head.Balance, member.Orders, member.Revenue, Why(member))),
    ];

    private static string Why(SimulatedMember member)
    {
        IEnumerable<string> gave = member.Sources
            .Where(source => source.Value != 0)
            .OrderByDescending(source => source.Value)
            .ThenBy(source => source.Key, StringComparer.Ordinal)
            .Select(source => $"{source.Key} {Count(source.Value)}");
        IEnumerable<string> took = new[]
        {
            new KeyValuePair<string, long>("redeemed", member.Redeemed),
            new KeyValuePair<string, long>("expired", member.Expired),
            new KeyValuePair<string, long>("returned", member.TakenBack),
        }.Where(item => item.Value > 0).Select(item => $"{item.Key} -{Count(item.Value)}");
        return string.Join(", ", gave.Concat(took));
    }

    private static decimal Percent(decimal part, decimal whole) =>
        whole <= 0 ? 0m : decimal.Round(100m * part / whole, 2, MidpointRounding.AwayFromZero);

    private static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Iso(DateTime moment) => Day.Of(moment).ToString();
}
