using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>
/// Goods of an order or an invoice came back: what their lines earned is taken back by the recorded breakdown, and the
/// points that paid for them come back in the same share. Once for a request id.
/// </summary>
internal sealed class PurchaseReturn
{
    private readonly StepRun run;
    private readonly ReturnRequest request;

    public PurchaseReturn(StepRun run, ReturnRequest request)
    {
        this.run = run;
        this.request = request;
    }

    public ReturnAnswer Post()
    {
        PurchaseDocument document = new DocumentReader(run.System).Find(request.Document)
            ?? throw new BusinessRuleException(UserText.DocumentIsMissing);
        new DocumentAccess(run).RequireWrite(document.Reference, document.Number);
        PostedEntry[] awards = new DocumentLedger(run.System).Find(document)
            .Where(entry => entry.IsAward && entry.DocumentId == document.Id)
            .OrderBy(entry => entry.Key.MemberId)
            .ToArray();
        if (awards.Length == 0 || document.Customer is null)
            throw new BusinessRuleException(UserText.DocumentHasEarnedNothing, document.Number);
        var answer = new ReturnAnswer();
        foreach (PostedEntry award in awards) PostIn(award, document, answer);
        return answer;
    }

    private void PostIn(PostedEntry award, PurchaseDocument document, ReturnAnswer answer)
    {
        MemberWork member = MemberWork.Open(run, award.Key.MemberId, EarningApis.ReturnPoints.Name);
        EntityReference beneficiary = new BeneficiaryReader(run.System)
            .Read(document, member.Settings.Earning.Beneficiary);
        if (member.Row.CustomerId?.Id != beneficiary.Id)
            throw new BusinessRuleException(UserText.DocumentIsOfAnotherCustomer, document.Number);
        if (new DocumentLedger(run.System).Read(award) is not { } recorded) return;

        Guid source = SourceKey.SourceNamed($"{document.Id:N}/{request.RequestId}");
        SourceKey key = member.Key(EntryKind.Return, source);
        if (recorded.Later.FirstOrDefault(draft => draft.Key.Equals(key)) is { } posted)
        {
            run.NothingToDo($"{key} is already posted.");
            answer.Add(-posted.Points, 0, member.Head.Balance);
            return;
        }

        EarnRecord record = recorded.Earned;
        ReturnPlan plan = Checked(request.PlanFor(record, member.Id), document);
        decimal back = record.Earned.Amount - record.Outstanding.Amount - plan.Breakdown.Amount;
        RestoredPoints restored = Restore(member, document, record.Earned.Amount, back, key);
        MemberHead head = member.Head with { Balance = restored.Balance };
        ReturnPlan limited = ReturnPolicy.Limit(plan, record, head, member.Settings, member.Today);
        if (!limited.IsNothing) Append(recorded.Change(EntryKind.Return, source), limited);
        answer.Add(-limited.Points, restored.Restored, restored.Balance + limited.Points);
    }

    private void Append(EntryDraft change, ReturnPlan plan) => new LedgerStore(run).AppendNew(
        change with
        {
            Points = plan.Points,
            BookedOn = run.Now,
            OriginatorId = run.OriginatorId,
            Breakdown = plan.Breakdown.ToJson(),
            StatusPoints = plan.StatusPoints,
            StatusOrders = plan.StatusOrders,
        },
        change.DocumentNumber);

    private static ReturnPlan Checked(ReturnPlan plan, PurchaseDocument document) => plan.Result switch
    {
        ReturnResult.Planned or ReturnResult.NothingToTakeBack => plan,
        ReturnResult.MoreThanWasBought =>
            throw new BusinessRuleException(UserText.ReturnIsMoreThanWasBought, document.Number),
        ReturnResult.LineIsUnknown =>
            throw new BusinessRuleException(UserText.ReturnLineIsUnknown, document.Number),
        _ => throw new BusinessRuleException(UserText.ReturnLinesAreUnreadable),
    };

    /// <summary>The redeemed points of the share that is back by now, this return included. They come first: what
    /// they fill up is there to be taken.</summary>
    private RestoredPoints Restore(
        MemberWork member, PurchaseDocument document, decimal total, decimal back, SourceKey cause)
    {
        var restored = new RestoredPoints(run, member);
        if (total <= 0) return restored;
        IEnumerable<RedemptionRow> paid = new RedemptionStore(run.System).OfDocuments(document.Id)
            .Where(row => row.State == (int)RedemptionState.Committed && row.MemberId.Id == member.Id);
        foreach (RedemptionRow row in paid)
        {
            restored.Post(
                row,
                SourceKey.SourceNamed($"{row.Id:N}/{cause}"),
                (spent, before) => RedemptionPolicy.PointsToRestore(spent, back, total, before));
        }

        return restored;
    }
}
