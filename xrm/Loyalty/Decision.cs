using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using CrmExtensions.Xrm.Texts;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>The second person approves or refuses what the first one asked for.</summary>
internal sealed class Decision
{
    private readonly StepRun run;
    private readonly ApprovalStore approvals;

    public Decision(StepRun run)
    {
        this.run = run;
        approvals = new ApprovalStore(run);
    }

    public MoveAnswer Make(Guid approvalId, ApprovalDecision decision, string comment)
    {
        PendingMove move = MoveOf(Existing(approvalId));
        Guid[] ids = move.ToMemberId is { } to ? new[] { move.MemberId, to } : new[] { move.MemberId };
        IReadOnlyList<MemberWork> members = MemberWork.OpenAll(run, ids, "approval " + approvalId.ToString("N"));

        ApprovalRow row = Existing(approvalId);
        MemberWork member = members.First(one => one.Id == move.MemberId);
        var answer = new MoveAnswer { ApprovalId = approvalId, Balance = member.Head.Balance };
        if (row.Decision == (int)decision) return answer;
        if (row.Decision != (int)ApprovalDecision.Open) throw new BusinessRuleException(UserText.ApprovalWasDecided);
        Guid requestedBy = row.RequestedById?.Id ?? Guid.Empty;
        if (AdjustmentRight.Decide(requestedBy, run.OriginatorId) != AdjustmentDecision.Allowed)
            throw new BusinessRuleException(UserText.ApprovalNeedsAnotherPerson);

        if (decision == ApprovalDecision.Approved) answer = Post(move, members, requestedBy);
        approvals.Decide(row, decision, comment);
        return answer;
    }

    private MoveAnswer Post(PendingMove move, IReadOnlyList<MemberWork> members, Guid requestedBy)
    {
        MemberWork member = members.First(one => one.Id == move.MemberId).RequireActive();
        return move.ToMemberId is { } to
            ? new Transfer(run, member, members.First(one => one.Id == to), move).Post(requestedBy)
            : new Adjustment(run, member, move).Post(requestedBy);
    }

    private ApprovalRow Existing(Guid id) =>
        approvals.Find(id) ?? throw new BusinessRuleException(UserText.ApprovalDoesNotExist);

    private static PendingMove MoveOf(ApprovalRow row)
    {
        bool isMove = row.Kind is (int)ApprovalKind.Adjustment or (int)ApprovalKind.Transfer;
        return (isMove ? PendingMove.Parse(row.Payload) : null)
            ?? throw new BusinessRuleException(UserText.ApprovalIsNotReadable);
    }
}
