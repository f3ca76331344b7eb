using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;

namespace CrmExtensions.Domain.Tests.Loyalty.World;

/// <summary>
/// Two members to which things happen, posted by the policies as the plugins post them. Knows nothing about what should
/// come out; <see cref="Fault"/> names the first invariant that does not hold.
/// </summary>
internal sealed class LoyaltyWorld(NegativePolicy returns)
{
    private static readonly TierPolicy Tiers = new(
        [new Tier { Id = Any.UserId, Rank = 1, YearPoints = 500 }], new TierSettings());

    private readonly MemberHead[] heads = [MemberHead.Of(Any.MemberId), MemberHead.Of(Any.UserId)];
    private readonly List<LedgerEntry>[] ledgers = [[], []];
    private readonly TierStanding[] standings = [TierStanding.None, TierStanding.None];
    private readonly Programme rules = new()
    {
        Expiry = new ExpirySettings { Kind = ExpiryKind.RollingMonths, Months = 3, HoldingDays = 7 },
        Returns = returns,
        Moving = new MovingSettings { TransfersPerYear = 99, TransferPointsPerYear = 1_000_000 },
    };

    private DateTime now = Any.Noon;
    private int sources;

    public MemberHead Head(int member) => heads[member];

    public IReadOnlyList<LedgerEntry> Ledger(int member) => ledgers[member];

    private Day Today => Day.Of(now);

    public void Do(LoyaltyStep step)
    {
        int member = step.Other % 2;
        switch (step.Deed)
        {
            case Deed.Earn: Earn(member, step.Number); break;
            case Deed.Hold: Post(member, Draft(member, EntryKind.Redeem, -step.Number)); break;
            case Deed.Release: Release(member, step.Number); break;
            case Deed.Return: Return(member, step.Number); break;
            case Deed.Reactivate: Reactivate(member, step.Number); break;
            case Deed.PassDays: now = now.AddDays(step.Number % 45); Expire(); break;
            case Deed.Transfer: Transfer(member, step.Number); break;
            case Deed.Merge: Merge(member, MergePlan.Fold(heads[member])); break;
            case Deed.Unmerge: Unmerge(member); break;
            case Deed.Adjust: Post(member, Draft(member, EntryKind.Adjust, step.Number - 500)); break;
            default: Reevaluate(member); break;
        }
    }

    /// <summary>Null while everything holds.</summary>
    public string? Fault()
    {
        for (int member = 0; member < 2; member++)
        {
            MemberHead head = heads[member];
            ReplayReport replay = LedgerReplay.Verify(head, ledgers[member]);
            if (!replay.IsSound) return $"replay {replay.Fault} at {replay.FaultAt}";
            if (head.Balance != ledgers[member].Sum(entry => (long)entry.Draft.Points)) return "balance is not the sum";
            if (head.Balance != head.Lots.Total - head.Debt) return "balance is not lots less debt";
            if (head.Debt > 0 && !head.Lots.IsEmpty) return "debt beside lots";
            if (head.Lots.Lots.Any(lot => lot.Points <= 0)) return "lot of nothing";
            if (!LotBook.Parse(head.Lots.ToJson())!.Equals(head.Lots)) return "lots do not survive storing";
            if (!StatusBook.Parse(head.Status.ToJson())!.Equals(head.Status)) return "status does not survive storing";
            if (head.AvailableOn(Today) + head.PendingOn(Today) > head.Lots.Total) return "too much available";
        }

        if (DocumentFault() is { } fault) return fault;
        return SpentIsEarned() ? ExpiredTwice() : "more was spent than was ever given";
    }

    private string? DocumentFault()
    {
        foreach (List<LedgerEntry> entries in ledgers)
        {
            foreach (LedgerEntry award in entries.Where(entry => entry.Draft.Key.Kind == EntryKind.Earn))
            {
                int net = entries.Where(entry => entry.Draft.SourceId == award.Draft.SourceId)
                    .Sum(entry => entry.Draft.Points);
                if (net < 0 || net > award.Draft.Points) return $"a document counts {net} of {award.Draft.Points}";
            }
        }

        return null;
    }

    private bool SpentIsEarned()
    {
        long all = ledgers.SelectMany(entries => entries).Where(entry => entry.Draft.Key.Kind is not EntryKind.Return)
            .Sum(entry => (long)entry.Draft.Points);
        return all >= 0;
    }

    private string? ExpiredTwice() =>
        heads.Any(head => ExpiryPolicy.Due(rules.Expiry, head, null, Today).Count > 0 && JustExpired(head))
            ? "a second run of expiry finds something"
            : null;

    private bool JustExpired(MemberHead head) =>
        Ledger(head.MemberId == Any.MemberId ? 0 : 1).LastOrDefault()?.Draft.Key.Kind == EntryKind.Expire;

    private void Earn(int member, int points)
    {
        LotKey lot = ExpiryPolicy.LotOf(rules.Expiry, Today);
        var part = new BreakdownPart { Line = Any.MemberId, Units = 4m, Amount = points, Points = points };
        Post(member, Draft(member, EntryKind.Earn, points) with
        {
            EarnedOn = Today,
            AvailableFrom = lot.AvailableFrom,
            ExpiresOn = lot.ExpiresOn,
            StatusPoints = points,
            StatusOrders = 1,
            Breakdown = new Breakdown([part]).ToJson(),
        });
    }

    private void Release(int member, int number)
    {
        LedgerEntry[] spent = Of(member, EntryKind.Redeem)
            .Where(entry => Of(member, EntryKind.Release).All(back => back.Draft.SourceId != entry.Draft.SourceId))
            .ToArray();
        if (spent.Length == 0) return;
        EntryDraft one = spent[number % spent.Length].Draft;
        LotBook lots = RedemptionPolicy.LotsToRestore(one, 0, -one.Points, Today, rules.Expiry);
        Post(member, Draft(member, EntryKind.Release, -one.Points) with { Allocation = lots, SourceId = one.SourceId });
    }

    private void Return(int member, int number)
    {
        if (Pick(member, number) is not { } award) return;
        EarnRecord record = RecordOf(member, award);
        var line = new ReturnedLine { Line = Any.MemberId, Quantity = (number % 3) + 1 };
        ReturnPlan plan = ReturnPolicy.Lines(record, award.Key.MemberId, [line]);
        if (plan.Result != ReturnResult.Planned) return;
        plan = ReturnPolicy.Limit(plan, record, heads[member], rules, Today);
        Post(member, About(member, award, EntryKind.Return, plan.Breakdown) with
        {
            StatusPoints = plan.StatusPoints, StatusOrders = plan.StatusOrders,
        });
    }

    private void Reactivate(int member, int number)
    {
        if (Pick(member, number) is not { } award) return;
        Breakdown again = ReturnPolicy.Reactivation(RecordOf(member, award));
        Post(member, About(member, award, EntryKind.Correction, again) with { ReversesId = Any.UserId });
    }

    private EntryDraft? Pick(int member, int number)
    {
        LedgerEntry[] earned = Of(member, EntryKind.Earn).ToArray();
        return earned.Length == 0 ? null : earned[number % earned.Length].Draft;
    }

    private EarnRecord RecordOf(int member, EntryDraft award) => EarnRecord.Of(award, ledgers[member]
        .Select(entry => entry.Draft)
        .Where(draft => draft.SourceId == award.SourceId && draft.Key.Kind != EntryKind.Earn)
        .ToArray());

    private EntryDraft About(int member, EntryDraft award, EntryKind kind, Breakdown breakdown) =>
        Draft(member, kind, breakdown.Points) with
        {
            SourceId = award.SourceId,
            EarnedOn = award.EarnedOn,
            AvailableFrom = award.AvailableFrom,
            ExpiresOn = award.ExpiresOn,
            Breakdown = breakdown.ToJson(),
        };

    private void Expire()
    {
        for (int member = 0; member < 2; member++)
        {
            foreach (ExpiryDue due in ExpiryPolicy.Due(rules.Expiry, heads[member], null, Today))
                Post(member, Draft(member, EntryKind.Expire, due.Points) with { Allocation = due.Lots });
        }
    }

    private void Transfer(int member, int points)
    {
        var year = new TransferYear { Today = Today };
        TransferPlan plan = TransferPlan.Of(rules.Moving, heads[member], heads[1 - member].MemberId, points, year);
        if (plan.Result != TransferResult.Possible) return;
        Post(member, Draft(member, EntryKind.TransferOut, -points) with { Allocation = plan.Lots });
        Post(1 - member, Draft(1 - member, EntryKind.TransferIn, points) with { Allocation = plan.Lots });
    }

    private void Merge(int member, MergePlan plan)
    {
        if (plan.IsNothing) return;
        string status = plan.Status.ToJson();
        Post(member, Draft(member, EntryKind.MergeOut, -plan.Points) with
        {
            Breakdown = status, Allocation = plan.Lots,
        });
        Post(1 - member, Draft(1 - member, EntryKind.MergeIn, plan.Points) with
        {
            Breakdown = status, Allocation = plan.Points > 0 ? plan.Lots : LotBook.Empty,
        });
    }

    private void Unmerge(int member)
    {
        LedgerEntry? merged = Of(member, EntryKind.MergeIn).LastOrDefault();
        if (merged is not null && merged.Draft.Points > 0) Merge(member, MergePlan.Undo(merged.Draft, heads[member]));
    }

    private void Reevaluate(int member)
    {
        StatusBook status = heads[member].Status;
        TierStanding first = Evaluate(standings[member], status);
        Assert.Equal(first, Evaluate(first, status));
        standings[member] = first;
    }

    private TierStanding Evaluate(TierStanding standing, StatusBook status) =>
        Tiers.Evaluate(standing, status, Day.Of(Any.Noon), Today, TierReason.Reevaluation).After;

    private IEnumerable<LedgerEntry> Of(int member, EntryKind kind) =>
        ledgers[member].Where(entry => entry.Draft.Key.Kind == kind);

    private EntryDraft Draft(int member, EntryKind kind, int points)
    {
        var source = new Guid(++sources, 0, 0, new byte[8]);
        return Any.Draft(kind, points) with
        {
            Key = new SourceKey(Any.ProgrammeId, heads[member].MemberId, kind, source),
            SourceId = source.ToString("N"),
            BookedOn = now,
        };
    }

    private void Post(int member, EntryDraft draft)
    {
        bool mayOwe = draft.Key.Kind is EntryKind.Return or EntryKind.MergeIn or EntryKind.MergeOut;
        DebtPolicy debt = mayOwe ? DebtPolicy.Allow : DebtPolicy.Refuse;
        Posting posting = Domain.Loyalty.Ledger.Post(heads[member], draft, PostingTerms.On(Today, debt));
        if (posting.Entry is not { } entry) return;
        heads[member] = posting.Head;
        ledgers[member].Add(entry);
    }
}
