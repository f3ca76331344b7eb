using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>
/// Goods of an order or an invoice came back: the points that paid for them come back in their share, then what their
/// lines earned is taken back by the recorded breakdown. Once for a request id: a return is an entry even if it takes
/// nothing.
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
        MemberWork member = HolderOf(award, document);
        DocumentRecord? recorded = new DocumentLedger(run.System).Read(award);
        if (recorded is null) return;
        if (recorded.IsDamaged) throw new BusinessRuleException(UserText.LedgerIsDamaged);

        // Whoever had the points when the request came first: it is the same return.
        Guid source = SourceKey.SourceNamed($"{document.Id:N}/{request.RequestId}");
        EntryDraft? posted = recorded.Later.FirstOrDefault(
            draft => draft.Key.Kind == EntryKind.Return && draft.Key.SourceId == source);
        var redeemed = new RedeemedShare(run, member, document);
        if (posted is not null)
        {
            run.NothingToDo($"{posted.Key} is already posted.");
            answer.Add(-posted.Points, redeemed.RestoredBy(source), BalanceAfter(posted.Key));
            return;
        }

        EarnRecord record = recorded.Earned;
        ReturnPlan plan = Checked(request.PlanFor(run, recorded, document), document);
        decimal back = record.Earned.Amount - record.Outstanding.Amount - plan.Breakdown.Amount;
        int restored = redeemed.Restore(record.Earned.Amount, back, source);
        MemberHead head = new MemberStore(run.System).ReadLocked(member.Id).Head;
        ReturnPlan limited = ReturnPolicy.Limit(plan, record, head, member.Settings, member.Today);
        Append(recorded, member, limited, source);
        answer.Add(-limited.Points, restored, head.Balance + limited.Points);
    }

    /// <summary>The member that earned, or the one that its points went to when both became one.</summary>
    private MemberWork HolderOf(PostedEntry award, PurchaseDocument document)
    {
        IReadOnlyList<Guid> chain =
            new MergedMemberStore(run.System).ChainFrom(award.Key.MemberId, award.MergedIntoId);
        IReadOnlyList<MemberWork> members = MemberWork.OpenAll(run, chain, EarningApis.ReturnPoints.Name);
        MemberWork holder = members.First(member => member.Id == award.Key.MemberId);
        EntityReference beneficiary = new BeneficiaryReader(run.System)
            .Read(document, holder.Settings.Earning.Beneficiary);
        if (members.All(member => member.Row.CustomerId?.Id != beneficiary.Id))
            throw new BusinessRuleException(UserText.DocumentIsOfAnotherCustomer, document.Number);
        for (int hop = 0; hop < members.Count && holder.Row.MergedIntoId is { } next; hop++)
            holder = members.FirstOrDefault(member => member.Id == next.Id)
                ?? MemberWork.Open(run, next.Id, EarningApis.ReturnPoints.Name);
        return holder;
    }

    private int BalanceAfter(SourceKey key)
    {
        var ledger = new LedgerStore(run);
        return ledger.FindId(key) is { } id ? ledger.Read(id).BalanceAfter ?? 0 : 0;
    }

    private void Append(DocumentRecord recorded, MemberWork member, ReturnPlan plan, Guid source)
    {
        EntryDraft change = recorded.Change(EntryKind.Return, member.Id, source);
        BudgetDraw budgets = BudgetDraw.Of(run, recorded.Award.Key, plan.Breakdown);
        budgets.Open();
        budgets.Book(plan.Breakdown);
        new LedgerStore(run).AppendLocked(
            change with
            {
                Points = plan.Points,
                BookedOn = run.Now,
                OriginatorId = run.OriginatorId,
                Breakdown = plan.Breakdown.ToStoredJson(),
                StatusPoints = plan.StatusPoints,
                StatusOrders = plan.StatusOrders,
            },
            change.DocumentNumber);
    }

    private static ReturnPlan Checked(ReturnPlan plan, PurchaseDocument document) => plan.Result switch
    {
        ReturnResult.Planned or ReturnResult.NothingToTakeBack => plan,
        ReturnResult.MoreThanWasBought =>
            throw new BusinessRuleException(UserText.ReturnIsMoreThanWasBought, document.Number),
        ReturnResult.LineIsUnknown =>
            throw new BusinessRuleException(UserText.ReturnLineIsUnknown, document.Number),
        _ => throw new BusinessRuleException(UserText.ReturnLinesAreUnreadable),
    };
}
