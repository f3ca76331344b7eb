using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Cli.Orders;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Loyalty;

namespace CrmExtensions.Cli.Loyalty;

/// <summary>
/// Replays an order history under a draft programme, order by order in time, with the domain code of the plugins: the
/// same award, the same lots, the same ledger with its checks.
/// </summary>
internal sealed class LoyaltySimulation
{
    private const int ProgressOrders = 512;

    private readonly DraftProgramme draft;
    private readonly SimulationOptions options;
    private readonly ProductIds products;
    private readonly TierPolicy tiers;
    private readonly EarningRule[] rules;
    private readonly Dictionary<string, SimulatedMember> members = new(StringComparer.Ordinal);
    private readonly SimulatedPostings postings;

    public LoyaltySimulation(DraftProgramme draft, ProductIds products, SimulationOptions options)
    {
        this.draft = draft;
        this.products = products;
        this.options = options;
        tiers = new TierPolicy(draft.Tiers, draft.Programme.Tiers);
        rules = [.. draft.Rules.Select(rule => rule.Rule)];
        postings = new SimulatedPostings(draft);
    }

    public IReadOnlyCollection<SimulatedMember> Members => members.Values;

    public SortedDictionary<int, MonthFlow> Months => postings.Months;

    /// <summary>Returned lines for which no earlier purchase was found.</summary>
    public int UnmatchedReturns { get; private set; }

    /// <summary>Orders without a customer: nobody earns.</summary>
    public int AnonymousOrders { get; private set; }

    public long BudgetShortfall { get; private set; }

    public Day LastDay { get; private set; }

    public int Entries => postings.Count;

    public void Run(OrderBook book, Action<double> progress)
    {
        Order[] orders = [.. book.Orders.OrderBy(order => order.OrderedOn)];
        for (int at = 0; at < orders.Length; at++)
        {
            if (at % ProgressOrders == 0) progress((double)at / orders.Length);
            if (orders[at].CustomerId.Length == 0) AnonymousOrders++;
            else Replay(orders[at]);
        }

        foreach (SimulatedMember member in members.Values) PassTime(member, LastDay);
    }

    private void Replay(Order order)
    {
        Day today = Day.Of(order.OrderedOn);
        LastDay = Day.Later(LastDay, today);
        SimulatedMember member = MemberOf(order, today);
        PassTime(member, today);
        decimal amount = order.Amount;
        postings.Revenue(today, amount);
        member.Revenue += amount;
        if (amount < 0 || order.IsCancelled) TakeBack(member, order.Lines, today);
        else Buy(member, order, amount, today);
    }

    private SimulatedMember MemberOf(Order order, Day today)
    {
        if (members.TryGetValue(order.CustomerId, out SimulatedMember? member)) return member;
        member = new SimulatedMember(order.CustomerId, ProductIds.Numbered(members.Count + 1), today);
        members.Add(order.CustomerId, member);
        Evaluate(member, today, TierReason.Qualified);
        postings.Welcome(member, today);
        return member;
    }

    /// <summary>What jobs would have done since the member was looked at last: expiry and the end of tiers.</summary>
    private void PassTime(SimulatedMember member, Day today)
    {
        postings.Expire(member, today);
        if (member.Standing.Until < today) Evaluate(member, today, TierReason.PeriodEnded);
    }

    private void Buy(SimulatedMember member, Order order, decimal amount, Day today)
    {
        member.Orders++;
        decimal redeemed = postings.Redeem(member, amount, today, options.RedeemPercent);
        Purchase purchase = PurchaseOf(order, amount - redeemed, redeemed, today);
        var earner = new Earner
        {
            JoinedOn = member.JoinedOn,
            Tier = draft.Tiers.FirstOrDefault(tier => tier.Id == member.Standing.TierId),
        };
        Award award = EarningPolicy.Award(draft.Programme, purchase, earner, rules);
        Spend(award);
        if (award.Result == AwardResult.Earned)
        {
            postings.Earn(member, purchase, award, today);
            if (award.StatusPoints > 0 || draft.Tiers.Count > 0) Evaluate(member, today, TierReason.Qualified);
        }

        OrderLine[] back = [.. order.Lines.Where(line => line.Quantity < 0)];
        if (back.Length > 0) TakeBack(member, back, today);
    }

    private void TakeBack(SimulatedMember member, IEnumerable<OrderLine> lines, Day today)
    {
        foreach (OrderLine line in lines.Where(line => line.Quantity != 0))
        {
            if (!postings.Return(member, products.Of(line.ProductId), Math.Abs(line.Quantity), today))
                UnmatchedReturns++;
        }

        Evaluate(member, today, TierReason.Return);
    }

    private Purchase PurchaseOf(Order order, decimal net, decimal redeemed, Day today)
    {
        PurchaseLine[] lines = new PurchaseLine[order.Lines.Count];
        for (int at = 0; at < lines.Length; at++)
        {
            OrderLine line = order.Lines[at];
            lines[at] = new PurchaseLine
            {
                Id = ProductIds.Numbered(at + 1),
                NetAmount = line.Amount,
                Quantity = line.Quantity,
                ProductId = products.Of(line.ProductId),
            };
        }

        return new Purchase
        {
            NetAmount = net,
            GrossAmount = net,
            RedeemedAmount = redeemed,
            OrderedOn = today,
            Lines = lines,
        };
    }

    private void Spend(Award award)
    {
        BudgetShortfall += award.Shortfalls.Sum(shortfall => shortfall.Wanted - shortfall.Granted);
        for (int at = 0; at < rules.Length; at++)
        {
            if (rules[at].BudgetLeft is not { } left) continue;
            string name = rules[at].Id.ToString("N");
            int given = award.Breakdown.Parts.Where(part => part.Rule == name).Sum(part => part.Points);
            if (given > 0) rules[at] = rules[at] with { BudgetLeft = Math.Max(0, left - given) };
        }
    }

    private void Evaluate(SimulatedMember member, Day today, TierReason cause)
    {
        if (draft.Tiers.Count == 0) return;
        member.Standing = tiers
            .Evaluate(member.Standing, member.Head.Status, member.JoinedOn, today, cause)
            .After;
    }
}
