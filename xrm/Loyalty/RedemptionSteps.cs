using System;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>
/// What becomes of a redemption after its reservation: used, given back, or taken back after use. The member is locked
/// for each of it, the row is read behind the lock.
/// </summary>
internal sealed class RedemptionSteps
{
    private readonly StepRun run;
    private readonly RedemptionStore redemptions;

    public RedemptionSteps(StepRun run)
    {
        this.run = run;
        redemptions = new RedemptionStore(run.System);
    }

    /// <summary>By its id, or by the code that a customer shows.</summary>
    /// <exception cref="BusinessRuleException">There is none.</exception>
    public Guid Named(Guid? id, string voucherCode)
    {
        RedemptionRow? found = null;
        if (id is { } known) found = redemptions.Find(known);
        else if (VoucherCode.TryNormalise(voucherCode, out string code)) found = redemptions.FindByVoucher(code);
        return found?.Id ?? throw new BusinessRuleException(UserText.RedemptionIsMissing);
    }

    /// <summary>The points are used.</summary>
    /// <param name="id">Of the redemption.</param>
    /// <param name="requestId">
    /// The same request may ask again; another one is told that the redemption was used. Null: ask by id only, any
    /// number of times.
    /// </param>
    public RedemptionRow Commit(Guid id, string? requestId)
    {
        RedemptionRow row = Locked(id, out _);
        RedemptionStepResult result = CheckOf(row, RedemptionStep.Commit);
        if (result == RedemptionStepResult.AlreadyDone && requestId is not null && row.CommitKey != requestId)
            throw new BusinessRuleException(UserText.VoucherWasUsed);
        if (result == RedemptionStepResult.Done) SetState(row, RedemptionState.Committed, requestId);
        else if (result != RedemptionStepResult.AlreadyDone) throw Refusal(result);
        return row;
    }

    /// <summary>
    /// The document was fulfilled: the points are used even if their reservation has run out. What was released before
    /// stays released.
    /// </summary>
    public void CommitWithDocument(Guid id)
    {
        RedemptionRow row = Locked(id, out _);
        if (row.State == (int)RedemptionState.Reserved) SetState(row, RedemptionState.Committed, null);
        else run.NothingToDo($"redemption {id} is {(RedemptionState)row.State}.");
    }

    /// <summary>The discount was copied to the document that was made of this one: the redemption goes
    /// along.</summary>
    public void Follow(Guid id, Entity document)
    {
        RedemptionRow row = Locked(id, out _);
        redemptions.Change(row, new RedemptionRow
        {
            DocumentTable = document.LogicalName,
            DocumentId = document.Id.ToString("D"),
            DocumentNumber = DocumentStore.NumberOf(document),
        });
    }

    /// <summary>The points come back, and the discount comes off a document that can still change.</summary>
    public RedemptionRow GiveBack(Guid id)
    {
        RedemptionRow row = Locked(id, out MemberWork member);
        bool wasUsed = row.State is (int)RedemptionState.Committed or (int)RedemptionState.Reversed;
        RedemptionStep step = wasUsed ? RedemptionStep.Reverse : RedemptionStep.Release;
        RedemptionStepResult result = CheckOf(row, step);
        if (result == RedemptionStepResult.AlreadyDone) return row;
        if (result != RedemptionStepResult.Done) throw Refusal(result);
        if (StateOfDocument(row) == DocumentState.Waiting)
            throw new BusinessRuleException(UserText.DocumentIsClosed, row.DocumentNumber ?? "");

        var changes = new RedemptionRow { State = (int)Redemption.After(step) };
        if (Restore(row, member) is { } entry)
            changes.ReleaseEntryId = new EntityReference(LoyaltyEntry.Table, entry);
        if (row.RewardId is { } reward) new RewardStore(run.System).GiveBack(reward.Id);
        TakeDiscountOff(row);
        redemptions.Change(row, changes);
        row.State = changes.State;
        row.ReleaseEntryId = changes.ReleaseEntryId;
        return row;
    }

    /// <summary>
    /// For reservations whose time is over: used if their document is done meanwhile, otherwise given back. What
    /// somebody has settled already, or has time left, is left alone.
    /// </summary>
    public RedemptionRow Settle(Guid id)
    {
        RedemptionRow row = Locked(id, out _);
        bool isOver = row.State == (int)RedemptionState.Reserved && row.ReservedUntil is { } until && until <= run.Now;
        if (isOver) return SettleOverdue(row);
        run.NothingToDo($"redemption {id} is not overdue.");
        return row;
    }

    private RedemptionRow SettleOverdue(RedemptionRow row)
    {
        DocumentState? document = StateOfDocument(row);
        if (document is not (DocumentState.Done or DocumentState.Waiting)) return GiveBack(row.Id);
        if (document == DocumentState.Done) SetState(row, RedemptionState.Committed, null);
        else run.NothingToDo("its document has the discount and waits.");
        return row;
    }

    private RedemptionRow Locked(Guid id, out MemberWork member)
    {
        RedemptionRow found = redemptions.Find(id) ?? throw new BusinessRuleException(UserText.RedemptionIsMissing);
        member = MemberWork.Open(run, found.MemberId.Id, "redemption " + id.ToString("N"));
        return redemptions.Find(id) ?? throw new BusinessRuleException(UserText.RedemptionIsMissing);
    }

    private RedemptionStepResult CheckOf(RedemptionRow row, RedemptionStep step) => Redemption.Check(
        (RedemptionState)row.State,
        step,
        DateTime.SpecifyKind(row.ReservedUntil ?? DateTime.MaxValue, DateTimeKind.Utc),
        run.Now);

    private void SetState(RedemptionRow row, RedemptionState state, string? requestId)
    {
        var changes = new RedemptionRow { State = (int)state };
        if (requestId is not null) changes.CommitKey = requestId;
        redemptions.Change(row, changes);
        row.State = (int)state;
    }

    /// <summary>Null where all of it came back before.</summary>
    private Guid? Restore(RedemptionRow row, MemberWork member)
    {
        if (row.EntryId is not { } spentId) return null;
        EntryDraft spent = new LedgerStore(run).ReadEntry(spentId.Id).Draft;
        int restored = redemptions.RestoredOf(spentId.Id);
        int points = -spent.Points - restored;
        if (points <= 0) return null;
        EntryDraft draft = member.Draft(EntryKind.Release, row.Id, points) with
        {
            SourceTable = RedemptionRow.Table,
            DocumentNumber = row.DocumentNumber ?? "",
            ReversesId = spentId.Id,
            Allocation = RedemptionPolicy.LotsToRestore(
                spent, restored, points, member.Today, member.Settings.Expiry),
        };
        return member.Post(draft, EntryKind.Release.ToString());
    }

    private void TakeDiscountOff(RedemptionRow row)
    {
        if (row.DocumentAmount is not { } amount || DocumentOf(row) is not { } document) return;
        if (DocumentStore.StateOf(document) != DocumentState.Open) return;
        decimal current = document.GetAttributeValue<Money>(SalesDocument.Columns.Discount)?.Value ?? 0m;
        decimal left = new PayableDocument { Discount = current }.DiscountWithout(amount);
        new DocumentStore(run.System).SetDiscount(document, left);
    }

    private DocumentState? StateOfDocument(RedemptionRow row) =>
        DocumentOf(row) is { } document ? DocumentStore.StateOf(document) : null;

    /// <summary>Of a won quote, the order that was made of it: it carries the discount now.</summary>
    private Entity? DocumentOf(RedemptionRow row)
    {
        if (row.DocumentTable is not { } table || !Guid.TryParse(row.DocumentId, out Guid id)) return null;
        var documents = new DocumentStore(run.System);
        Entity? document = documents.Find(table, id);
        bool isWonQuote = document is not null && table == SalesDocument.QuoteTable
            && DocumentStore.StateOf(document) == DocumentState.Waiting;
        return isWonQuote ? documents.OrderOf(id) ?? document : document;
    }

    private static BusinessRuleException Refusal(RedemptionStepResult result) => new(result switch
    {
        RedemptionStepResult.HasRunOut => UserText.ReservationHasRunOut,
        RedemptionStepResult.WasReleased => UserText.RedemptionWasReleased,
        _ => UserText.RedemptionWasReversed,
    });
}
