using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Churn;
using CrmExtensions.Xrm.CrossSell;
using CrmExtensions.Xrm.Jobs;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Protection;

/// <summary>
/// Forgets a person: the balance is forfeited with an entry, then links, names and free text go. Amounts, dates and
/// document numbers of the ledger stay, and so do its hashes. Doing it twice does it once.
/// </summary>
internal sealed class Erasure
{
    private const int Reserved = 0, Inactive = 1;

    private readonly StepRun run;
    private readonly CustomerRows rows;
    private readonly string erasedName;

    public Erasure(StepRun run)
    {
        this.run = run;
        rows = new CustomerRows(run.System);
        erasedName = UserTexts.Render(UserText.ErasedName, ReaderLanguage.Of(run.System, Guid.Empty));
    }

    public int Members { get; private set; }

    public int ForfeitedPoints { get; private set; }

    public void Forget(EntityReference customer)
    {
        var members = new MemberStore(run.System);
        IReadOnlyList<Guid> ids = rows.MemberIds(customer);
        foreach (Guid id in ids) members.Lock(id, "erasure");
        foreach (Guid id in ids) RefuseOpenReservation(id);
        foreach (Guid id in ids) ForgetMember(members.ReadLocked(id));
        foreach (Entity row in Of(FeedbackRow.Table, FeedbackRow.Columns.CustomerId, customer.Id))
            Write(new FeedbackRow { Id = row.Id, Name = erasedName, Comment = null, CustomerId = null });
        foreach (Entity row in Of(ReferralRow.Table, ReferralRow.Columns.RefereeCustomer, customer.Id))
            ForgetReferral(row.Id, isReferee: true);
        foreach (Entity row in Of(CustomerInsightRow.Table, CustomerInsightRow.Columns.CustomerId, customer.Id))
            run.System.Delete(row.LogicalName, row.Id);
        foreach (Entity row in Of(RiskChangeRow.Table, RiskChangeRow.Columns.CustomerId, customer.Id))
            run.System.Delete(row.LogicalName, row.Id);
        new WinBackStore(run.System).DeleteAll(customer);
        new NoticeStore(run).DeleteAll(customer);
        new PurchaseErasure(run.System).Forget(customer);
        if (rows.Find(customer, new ColumnSet(false)) is null) return;

        Entity shown = CustomerShow.Emptied(customer);
        shown[Customer.Columns.LoyaltyExcluded] = true;
        foreach (string column in CustomerRisk.Shown()) shown[column] = null;
        shown[CustomerRisk.Columns.NotAtRiskReason] = null;
        shown[CustomerRisk.Columns.NotAtRiskUntil] = null;
        shown[CustomerRisk.Columns.ProfilingConsent] = Choice.Of((int)ProfilingConsent.Objected);
        run.System.Update(shown);
    }

    private void ForgetMember(LockedMember member)
    {
        Guid id = member.Head.MemberId;
        Forfeit(member, id);
        foreach (Entity note in rows.NotesOf(id, new ColumnSet(false)).ToArray())
            Write(new EntryNoteRow { Id = note.Id, Name = erasedName, Text = null });
        foreach (Entity row in Of(RedemptionRow.Table, RedemptionRow.Columns.MemberId, id))
            Write(new RedemptionRow { Id = row.Id, Name = erasedName });
        foreach (Entity row in Of(ApprovalRow.Table, ApprovalRow.Columns.MemberId, id))
            Write(new ApprovalRow { Id = row.Id, Name = erasedName, Comment = null, Payload = null });
        foreach (Entity row in Of(ReferralRow.Table, ReferralRow.Columns.ReferrerMemberId, id))
            ForgetReferral(row.Id, isReferee: false);
        Write(new LoyaltyMember
        {
            Id = id,
            Name = erasedName,
            MemberKey = new MemberKey(member.ProgrammeId, id).ToString(),
            CustomerId = null,
            ReferralCode = null,
            Lifecycle = (int)Schema.Lifecycle.Erased,
            [LoyaltyMember.Columns.State] = new OptionSetValue(Inactive),
        });
        Members++;
    }

    private void Forfeit(LockedMember member, Guid id)
    {
        int points = LeavePlan.Forfeit(member.Head).ForfeitedPoints;
        if (points == 0) return;
        var key = new SourceKey(
            member.ProgrammeId, id, EntryKind.Forfeit, SourceKey.SourceNamed("erasure " + id.ToString("N")));
        new LedgerStore(run).Append(key, key.Kind.ToString(), () => new EntryDraft
        {
            Key = key,
            Points = points,
            BookedOn = run.Now,
            SourceId = "erasure",
            OriginatorId = run.OriginatorId,
        });
        ForfeitedPoints -= points;
    }

    /// <summary>The lock on the member keeps new ones away.</summary>
    private void RefuseOpenReservation(Guid memberId)
    {
        var query = new QueryExpression(RedemptionRow.Table) { ColumnSet = new ColumnSet(false), TopCount = 1 };
        query.Criteria.AddCondition(RedemptionRow.Columns.MemberId, ConditionOperator.Equal, memberId);
        query.Criteria.AddCondition(
            RedemptionRow.Columns.State, ConditionOperator.Equal, Choice.Of(Reserved)!.Value);
        if (run.System.RetrieveMultiple(query).Entities.Count > 0)
            throw new BusinessRuleException(UserText.ReservationIsOpen);
    }

    private void ForgetReferral(Guid id, bool isReferee)
    {
        var changes = new ReferralRow { Id = id, Name = erasedName, Reason = null };
        if (isReferee) changes[ReferralRow.Columns.RefereeCustomer] = null;
        if (isReferee) changes[ReferralRow.Columns.Key] = null;
        else changes[ReferralRow.Columns.Code] = null;
        Write(changes);
    }

    private Entity[] Of(string table, string column, Guid id) =>
        rows.All(table, column, id, new ColumnSet(false)).ToArray();

    private void Write(Entity changes) => run.System.Update(changes.Plain());
}
