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
        ReturnPlan limited = ReturnPolicy.Limit(plan, record, member.Head, member.Settings, member.Today);
        decimal back = record.Earned.Amount - record.Outstanding.Amount - plan.Breakdown.Amount;
        int restored = Restore(member, document, record.Earned.Amount, back, key);
        if (limited.Points != 0) Append(recorded.Change(EntryKind.Return, source), limited);
        answer.Add(-limited.Points, restored, member.Head.Balance + limited.Points + restored);
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

    /// <summary>The redeemed points of the share that is back by now, this return included.</summary>
    private int Restore(
        MemberWork member, PurchaseDocument document, decimal total, decimal back, SourceKey cause)
    {
        if (total <= 0) return 0;
        var store = new RedemptionStore(run.System);
        IEnumerable<RedemptionRow> paid = store.OfDocuments(document.Id)
            .Where(row => row.State == (int)RedemptionState.Committed && row.MemberId.Id == member.Id);
        int sum = 0;
        foreach (RedemptionRow row in paid)
        {
            if (row.EntryId is not { } spentId) continue;
            EntryDraft spent = new LedgerStore(run).ReadEntry(spentId.Id).Draft;
            int restored = store.RestoredOf(spentId.Id);
            int points = RedemptionPolicy.PointsToRestore(-spent.Points, back, total, restored);
            if (points <= 0) continue;
            Guid source = SourceKey.SourceNamed($"{row.Id:N}/{cause}");
            member.Post(
                member.Draft(EntryKind.Release, source, points) with
                {
                    SourceTable = RedemptionRow.Table,
                    DocumentNumber = document.Number,
                    ReversesId = spentId.Id,
                    Allocation = RedemptionPolicy.LotsToRestore(
                        spent, restored, points, member.Today, member.Settings.Expiry),
                },
                document.Number);
            sum += points;
        }

        return sum;
    }
}
