using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using CrmExtensions.Xrm.Texts;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>Points that one member gives to another: they keep their dates, and each entry names the other
/// member.</summary>
internal sealed class Transfer
{
    private readonly StepRun run;
    private readonly MemberWork from;
    private readonly MemberWork to;
    private readonly PendingMove move;

    /// <param name="run">Of the custom API.</param>
    /// <param name="from">Locked together with the other one.</param>
    /// <param name="to">Of the same programme.</param>
    /// <param name="move">What is asked for.</param>
    public Transfer(StepRun run, MemberWork from, MemberWork to, PendingMove move)
    {
        this.run = run;
        this.from = from;
        this.to = to;
        this.move = move;
    }

    /// <summary>Either two entries or an approval, of this message or of an earlier one.</summary>
    /// <param name="limit">Most points that one person moves alone.</param>
    public MoveAnswer Ask(int limit)
    {
        SourceKey key = from.Key(EntryKind.TransferOut, move.Source);
        if (new LedgerStore(run).Find(key) is { } posted) return Again(posted.Id);
        var approvals = new ApprovalStore(run);
        if (approvals.FindByRequest(key.ToString()) is { } asked)
        {
            if (asked.Payload != move.ToJson())
                throw new BusinessRuleException(UserText.RequestIdWasUsedForSomethingElse);
            return new MoveAnswer { ApprovalId = asked.Id, Balance = from.Head.Balance };
        }

        TransferPlan plan = Plan();
        if (AdjustmentRight.Ask(move.Points, limit) == AdjustmentDecision.Allowed)
            return Post(plan, run.OriginatorId);
        Guid approval = approvals.Ask(ApprovalKind.Transfer, key.ToString(), move);
        return new MoveAnswer { ApprovalId = approval, Balance = from.Head.Balance };
    }

    /// <param name="originatorId">Who asked for it; an approval does not change that.</param>
    public MoveAnswer Post(Guid originatorId) => Post(Plan(), originatorId);

    private MoveAnswer Post(TransferPlan plan, Guid originatorId)
    {
        Guid given = from.Post(
            from.Draft(EntryKind.TransferOut, move.Source, -move.Points) with
            {
                OriginatorId = originatorId,
                OriginMemberId = to.Id,
                Allocation = plan.Lots,
            },
            EntryKind.TransferOut.ToString());
        Guid got = to.Post(
            to.Draft(EntryKind.TransferIn, move.Source, move.Points) with
            {
                OriginatorId = originatorId,
                OriginMemberId = from.Id,
                Allocation = plan.Lots,
            },
            EntryKind.TransferIn.ToString());
        return new MoveAnswer
        {
            EntryId = given,
            OtherEntryId = got,
            Balance = from.Head.Balance - move.Points,
        };
    }

    private TransferPlan Plan()
    {
        from.RequireActive();
        to.RequireActive();
        if (from.Settings.Id != to.Settings.Id)
            throw new BusinessRuleException(UserText.MembersAreOfDifferentProgrammes);
        MovingSettings settings = from.Settings.Moving;
        TransferYear past = PastOfThisYear();
        TransferPlan plan = TransferPlan.Of(settings, from.Head, to.Id, move.Points, past);
        return plan.Result switch
        {
            TransferResult.Possible => plan,
            TransferResult.PointsMustBePositive => throw new BusinessRuleException(UserText.PointsMustBePositive),
            TransferResult.SameMember => throw new BusinessRuleException(UserText.TransferNeedsTwoMembers),
            TransferResult.AvailableTooLow => throw new BusinessRuleException(
                UserText.PointsAreNotAvailable, from.Head.AvailableOn(from.Today), move.Points),
            TransferResult.TooManyTransfersThisYear =>
                throw new BusinessRuleException(UserText.TooManyTransfers, settings.TransfersPerYear),
            _ => throw new BusinessRuleException(
                UserText.TooManyPointsTransferred, settings.TransferPointsPerYear, past.Points),
        };
    }

    private TransferYear PastOfThisYear()
    {
        ProgrammeZone zone = from.Programme.Zone ?? ProgrammeZone.Utc;
        IReadOnlyList<int> points = new MemberLedger(run, from.Id)
            .PointsSince(EntryKind.TransferOut, zone.StartOf(new Day(from.Today.Year, 1, 1)));
        return new TransferYear { Today = from.Today, Transfers = points.Count, Points = -points.Sum() };
    }

    private MoveAnswer Again(Guid entryId)
    {
        run.NothingToDo("this transfer is already posted.");
        var ledger = new LedgerStore(run);
        LedgerEntry given = ledger.ReadEntry(entryId);
        bool isSame = given.Draft.Points == -move.Points && given.Draft.OriginMemberId == to.Id;
        if (!isSame) throw new BusinessRuleException(UserText.RequestIdWasUsedForSomethingElse);
        return new MoveAnswer
        {
            EntryId = entryId,
            OtherEntryId = ledger.Find(to.Key(EntryKind.TransferIn, move.Source))?.Id ?? Guid.Empty,
            Balance = given.BalanceAfter,
        };
    }
}
