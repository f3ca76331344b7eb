using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Loyalty;

namespace CrmExtensions.Cli.Loyalty;

/// <summary>The entries of a replay: each goes through the domain's ledger and into the flows of its month.</summary>
internal sealed class SimulatedPostings(DraftProgramme draft)
{
    private const string Welcomed = "welcome";

    private static readonly Guid Originator = ProductIds.Numbered(1);

    private readonly Programme programme = draft.Programme;
    private readonly Dictionary<string, string> ruleNames =
        draft.Rules.ToDictionary(rule => rule.Rule.Id.ToString("N"), rule => rule.Name);

    /// <summary>By <see cref="Day.MonthNumber"/>.</summary>
    public SortedDictionary<int, MonthFlow> Months { get; } = [];

    public int Count { get; private set; }

    public void Revenue(Day today, decimal amount) => Month(today).Revenue += amount;

    public void Welcome(SimulatedMember member, Day today)
    {
        int points = programme.Bonuses.Welcome;
        if (points == 0 || !Post(member, Credit(member, EntryKind.Bonus, points, today), today)) return;
        member.Count(Welcomed, points);
        Month(today).Issued += points;
    }

    /// <summary>Counted on the day after the last day of the points, however late the customer is looked at.</summary>
    public void Expire(SimulatedMember member, Day today)
    {
        if (programme.Expiry.Kind == ExpiryKind.Never || member.Head.Lots.IsEmpty) return;
        foreach (ExpiryDue due in ExpiryPolicy.Due(programme.Expiry, member.Head, member.LastActivityOn, today))
        {
            EntryDraft draft = Draft(member, EntryKind.Expire, due.Points, today) with { Allocation = due.Lots };
            if (!Post(member, draft, today)) continue;
            member.Expired -= due.Points;
            Month(due.EndedOn.AddDays(1)).Expired -= due.Points;
        }
    }

    /// <returns>What the points paid.</returns>
    public decimal Redeem(SimulatedMember member, decimal payable, Day today, int percent)
    {
        int available = member.Head.AvailableOn(today);
        int wish = (int)((long)available * percent / 100);
        RedemptionQuote quote = RedemptionPolicy.Quote(programme.Redemption, wish, available, payable);
        if (quote.Result != RedemptionResult.Possible) return 0m;
        if (!Post(member, Draft(member, EntryKind.Redeem, -quote.Points, today), today)) return 0m;
        member.Redeemed += quote.Points;
        member.LastActivityOn = today;
        Month(today).Redeemed += quote.Points;
        return quote.Value;
    }

    public void Earn(SimulatedMember member, Purchase purchase, Award award, Day today)
    {
        EntryDraft earned = Credit(member, EntryKind.Earn, award.Points, today) with
        {
            Basis = award.Basis,
            BasisAmount = award.BasisAmount,
            Breakdown = award.Breakdown.ToJson(),
            StatusPoints = award.StatusPoints,
            StatusOrders = 1,
        };
        if (!Post(member, earned, today)) return;
        member.LastActivityOn = today;
        member.Awards.Add(new SimulatedAward(earned, purchase.Lines));
        foreach (BreakdownPart part in award.Breakdown.Parts.Where(part => part.Points != 0))
            member.Count(ruleNames.GetValueOrDefault(part.Rule, part.Rule), part.Points);
        Month(today).Issued += award.Points;
    }

    /// <returns>False if the customer never bought so many units of the product in one line.</returns>
    public bool Return(SimulatedMember member, Guid productId, decimal units, Day today)
    {
        for (int at = member.Awards.Count - 1; at >= 0; at--)
        {
            SimulatedAward award = member.Awards[at];
            if (award.LineOf(productId, units) is not { } line) continue;
            award.Return(line, units);
            TakeBack(member, award, new ReturnedLine { Line = line.Id, Quantity = units, Of = line.Quantity }, today);
            return true;
        }

        return false;
    }

    private void TakeBack(SimulatedMember member, SimulatedAward award, ReturnedLine line, Day today)
    {
        EarnRecord record = EarnRecord.Of(award.Entry, award.Later);
        ReturnPlan plan = ReturnPolicy.Lines(record, record.MemberId, [line]);
        if (plan.Result != ReturnResult.Planned) return;
        plan = ReturnPolicy.Limit(plan, record, member.Head, programme, today);
        EntryDraft back = Draft(member, EntryKind.Return, plan.Points, today) with
        {
            EarnedOn = award.Entry.EarnedOn,
            AvailableFrom = award.Entry.AvailableFrom,
            ExpiresOn = award.Entry.ExpiresOn,
            StatusPoints = plan.StatusPoints,
            StatusOrders = plan.StatusOrders,
            Breakdown = plan.Breakdown.ToJson(),
        };
        award.Later.Add(back);
        if (!Post(member, back, today)) return;
        member.TakenBack -= plan.Points;
        Month(today).TakenBack -= plan.Points;
    }

    private bool Post(SimulatedMember member, EntryDraft draft, Day today)
    {
        DebtPolicy debt = draft.Key.Kind == EntryKind.Return && programme.Returns == NegativePolicy.AllowNegative
            ? DebtPolicy.Allow
            : DebtPolicy.Refuse;
        Posting posting = Ledger.Post(member.Head, draft, PostingTerms.On(today, debt));
        member.Head = posting.Head;
        if (posting.Result == PostingResult.Accepted) Count++;
        return posting.Result == PostingResult.Accepted;
    }

    private EntryDraft Credit(SimulatedMember member, EntryKind kind, int points, Day today)
    {
        LotKey lot = ExpiryPolicy.LotOf(programme.Expiry, today);
        return Draft(member, kind, points, today) with
        {
            EarnedOn = today, AvailableFrom = lot.AvailableFrom, ExpiresOn = lot.ExpiresOn,
        };
    }

    private EntryDraft Draft(SimulatedMember member, EntryKind kind, int points, Day today) => new()
    {
        Key = new SourceKey(programme.Id, member.Head.MemberId, kind, ProductIds.Numbered(Count + 1)),
        Points = points,
        BookedOn = DateTime.SpecifyKind(today.Midnight, DateTimeKind.Utc),
        OriginatorId = Originator,
    };

    private MonthFlow Month(Day day)
    {
        if (!Months.TryGetValue(day.MonthNumber, out MonthFlow? month)) Months.Add(day.MonthNumber, month = new());
        return month;
    }
}
