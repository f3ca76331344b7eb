using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>
/// The first entry of a document for a member. Only an award that draws on a budget locks anything but the member, and
/// the budgets come last.
/// </summary>
internal sealed class AwardPosting
{
    private readonly StepRun run;
    private readonly PurchaseDocument document;

    public AwardPosting(StepRun run, PurchaseDocument document)
    {
        this.run = run;
        this.document = document;
    }

    /// <param name="due">The part of an award that is due by now.</param>
    public void Post(Participation payer, Membership member, Valuation valuation, Func<Award, Breakdown> due)
    {
        var key = new SourceKey(payer.ProgrammeId, member.Id, EntryKind.Earn, document.Id);
        Award wanted = valuation.AwardIn(payer, payer.Member);
        IReadOnlyList<RuleEntry> budgets = payer.Rules.BudgetsOf(due(wanted));
        var ledger = new LedgerStore(run);
        if (budgets.Count == 0)
        {
            ledger.AppendNew(Draft(key, payer, wanted, due(wanted)), document.Number);
            return;
        }

        new MemberStore(run.System).Lock(key);
        Award granted = Spend(payer, valuation, budgets, key);
        Breakdown given = due(granted);
        if (given.Points > 0) ledger.AppendLocked(Draft(key, payer, granted, given), document.Number);
        else run.NothingToDo("the budget of the rule is used up.");
    }

    private Award Spend(
        Participation payer, Valuation valuation, IReadOnlyList<RuleEntry> budgets, SourceKey key)
    {
        Dictionary<Guid, Guid?> shardOf = budgets.ToDictionary(
            entry => entry.Rule.Id, entry => entry.ShardFor(key.MemberId));
        Guid[] ids = shardOf.Values.Where(id => id is not null).Select(id => id!.Value).ToArray();
        var store = new BudgetStore(run.System);
        IReadOnlyDictionary<Guid, BudgetShardRow> shards = store.LockAndRead(ids, key);
        BudgetShardRow? ShardOf(Guid ruleId) =>
            shardOf.TryGetValue(ruleId, out Guid? id) && id is { } known && shards.ContainsKey(known)
                ? shards[known]
                : null;

        int? Left(RuleEntry entry) => shardOf.ContainsKey(entry.Rule.Id) ? LeftOf(ShardOf(entry.Rule.Id)) : null;
        Award granted = EarningPolicy.Award(
            payer.Programme.Settings,
            valuation.PurchaseIn(payer),
            payer.EarnerWith(payer.Member),
            payer.Rules.Limited(Left));
        var changed = new List<BudgetShardRow>();
        foreach (RuleEntry entry in budgets)
        {
            int given = RuleBook.PointsOf(entry.Rule, granted.Breakdown);
            long missing = granted.Shortfalls
                .Where(shortfall => shortfall.RuleId == entry.Rule.Id)
                .Sum(shortfall => shortfall.Wanted - shortfall.Granted);
            if (missing > 0) run.Trace($"The budget of {entry.Name} lacks {missing} points; {given} were given.");
            if (ShardOf(entry.Rule.Id) is { } shard && (given > 0 || missing > 0))
                changed.Add(After(shard, given, missing));
        }

        store.Write(changed);
        return granted;
    }

    private static BudgetShardRow After(BudgetShardRow shard, int given, long missing) => new()
    {
        Id = shard.Id,
        Spent = (shard.Spent ?? 0) + given,
        Shortfall = (int)Math.Min(int.MaxValue, (shard.Shortfall ?? 0) + missing),
    };

    private static int LeftOf(BudgetShardRow? shard) =>
        shard is null ? 0 : Math.Max(0, (shard.Limit ?? 0) - (shard.Spent ?? 0));

    private EntryDraft Draft(SourceKey key, Participation payer, Award award, Breakdown given)
    {
        Day today = payer.DayOf(run.Now);
        LotKey lot = ExpiryPolicy.LotOf(payer.Programme.Settings.Expiry, today);
        return new EntryDraft
        {
            Key = key,
            Points = given.Points,
            BookedOn = run.Now,
            SourceTable = document.Table,
            SourceId = document.Id.ToString("D"),
            DocumentNumber = document.Number,
            OriginatorId = run.OriginatorId,
            Basis = award.Basis,
            BasisAmount = award.BasisAmount,
            Rates = payer.RatesFor(document),
            Breakdown = given.ToJson(),
            EarnedOn = today,
            AvailableFrom = lot.AvailableFrom,
            ExpiresOn = lot.ExpiresOn,
            StatusPoints = given.StatusPoints,
            StatusOrders = 1,
        };
    }
}
