using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>
/// What one entry draws from the budgets of rules, or gives back to them: what a budget has spent is always what the
/// breakdowns of entries say. Locked after the member; three requests whatever the number of
/// rules, none without a budget.
/// </summary>
internal sealed class BudgetDraw
{
    private readonly StepRun run;
    private readonly SourceKey posting;
    private readonly IReadOnlyList<BudgetShare> shares;
    private readonly BudgetStore store;
    private readonly Dictionary<string, long> missing = new Dictionary<string, long>();
    private IReadOnlyDictionary<Guid, BudgetShardRow> rows = new Dictionary<Guid, BudgetShardRow>();

    /// <param name="run">Of the step or custom API.</param>
    /// <param name="posting">Written down as the reason of the lock.</param>
    /// <param name="shares">In the order of their rules' ids, so that nobody waits for whom he blocks.</param>
    public BudgetDraw(StepRun run, SourceKey posting, IReadOnlyList<BudgetShare> shares)
    {
        this.run = run;
        this.posting = posting;
        this.shares = shares;
        store = new BudgetStore(run.System);
    }

    public bool IsNeeded => shares.Count > 0;

    /// <summary>For an award that exists: the budgets behind its rules, also of rules that are not active any more.
    /// One request, none for an award by the base rate alone.</summary>
    /// <param name="run">Of the step or custom API.</param>
    /// <param name="award">Its member's share is meant, whoever holds the points now.</param>
    /// <param name="change">The most that the entry could move.</param>
    public static BudgetDraw Of(StepRun run, SourceKey award, Breakdown change)
    {
        Guid[] ids = change.Parts
            .Where(part => part.Points != 0)
            .Select(part => Guid.TryParseExact(part.Rule, "N", out Guid id) ? id : Guid.Empty)
            .Where(id => id != Guid.Empty)
            .Distinct()
            .ToArray();
        IReadOnlyList<BudgetShare> shares = ids.Length == 0
            ? Array.Empty<BudgetShare>()
            : new BudgetStore(run.System).SharesOf(ids, award.MemberId);
        return new BudgetDraw(run, award, shares);
    }

    /// <summary>After the member's lock and before <see cref="Cut"/> and <see cref="Book"/>.</summary>
    public void Open() => rows = store.LockAndRead(
        shares.Where(share => share.ShardId is not null).Select(share => share.ShardId!.Value).ToArray(), posting);

    /// <summary>What of a wish the budgets hold, by each rule's policy.</summary>
    /// <param name="wanted">What the document should count.</param>
    /// <param name="counted">What it counts already, and has drawn.</param>
    public Breakdown Cut(Breakdown wanted, Breakdown counted)
    {
        missing.Clear();
        Breakdown cut = wanted;
        foreach (BudgetShare share in shares)
        {
            int most = LeftOf(share) + Math.Max(0, counted.PointsOf(share.RuleText));
            int points = wanted.PointsOf(share.RuleText);
            if (points <= most) continue;
            cut = cut.Cut(share.RuleText, share.Policy == BudgetPolicy.Clamp ? most : 0);
            missing[share.RuleText] = points - cut.PointsOf(share.RuleText);
            run.Trace($"The budget of {share.RuleName} lacks {missing[share.RuleText]} points; "
                + $"{cut.PointsOf(share.RuleText)} were given.");
        }

        return cut;
    }

    /// <param name="change">Of the entry: what a rule gives is spent, what is taken back is there again.</param>
    public void Book(Breakdown change)
    {
        var changed = new List<BudgetShardRow>();
        foreach (BudgetShare share in shares)
        {
            int points = change.PointsOf(share.RuleText);
            missing.TryGetValue(share.RuleText, out long lacking);
            if (RowOf(share) is { } row && (points != 0 || lacking != 0)) changed.Add(After(row, points, lacking));
        }

        store.Write(changed);
    }

    private static BudgetShardRow After(BudgetShardRow row, int points, long lacking)
    {
        var changes = new BudgetShardRow { Id = row.Id };
        if (points != 0) changes.Spent = (int)Math.Max(0, (long)(row.Spent ?? 0) + points);
        if (lacking != 0) changes.Shortfall = (int)Math.Min(int.MaxValue, (row.Shortfall ?? 0) + lacking);
        return changes;
    }

    private int LeftOf(BudgetShare share) =>
        RowOf(share) is { } row ? Math.Max(0, (row.Limit ?? 0) - (row.Spent ?? 0)) : 0;

    private BudgetShardRow? RowOf(BudgetShare share) =>
        share.ShardId is { } id && rows.TryGetValue(id, out BudgetShardRow? row) ? row : null;
}
