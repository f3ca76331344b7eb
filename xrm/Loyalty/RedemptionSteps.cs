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
    /// What a document made of the redemption: it inherited the discount, was fulfilled (the points are used even if
    /// their reservation has run out), or was cancelled (they go back unless something that was made of it lives on).
    /// </summary>
    /// <param name="id">Of the redemption.</param>
    /// <param name="document">Whose state changed, or which is new.</param>
    /// <param name="family">Null: it was made of no other, and is not over.</param>
    public void SettleWith(Guid id, Entity document, DocumentFamily? family)
    {
        RedemptionRow row = Locked(id, out MemberWork member);
        if (family is not null)
        {
            var discount = new CarriedDiscount(run, row, family);
            document = discount.PassOn(document);
            row = discount.Row;
        }

        DocumentState state = DocumentStore.StateOf(document);
        bool isDue = IsFor(row, document) && IsLive(row);
        if (isDue && state == DocumentState.Done && row.State == (int)RedemptionState.Reserved)
            SetState(row, RedemptionState.Committed, null);
        else if (isDue && state == DocumentState.Cancelled) GiveBack(row, member, new RedeemedDocument(run, row));
        else run.NothingToDo($"redemption {id} is {(RedemptionState)row.State}, the document is {state}.");
    }

    /// <summary>Somebody gives points back that were not used yet.</summary>
    /// <exception cref="BusinessRuleException">They were, or the caller may not change the document.</exception>
    public RedemptionRow Release(Guid id) => ByHand(id, isSupervisor: false);

    /// <summary>A supervisor takes a use back: a voucher, a reward, or what a document has never used.</summary>
    /// <exception cref="BusinessRuleException">The document was fulfilled or paid with the points.</exception>
    public RedemptionRow Reverse(Guid id) => ByHand(id, isSupervisor: true);

    /// <summary>
    /// The document was opened again: its discount goes if its points are back, or pay for another document of the sale
    /// meanwhile.
    /// </summary>
    public void Reopen(Guid id, Entity document, DocumentFamily family) =>
        new CarriedDiscount(run, Locked(id, out _), family).Reopen(document);

    /// <summary>
    /// For reservations whose time is over: used if their document is done meanwhile, otherwise given back. What
    /// somebody has settled already, or has time left, is left alone.
    /// </summary>
    public RedemptionRow Settle(Guid id)
    {
        RedemptionRow row = Locked(id, out MemberWork member);
        bool isOver = row.State == (int)RedemptionState.Reserved && row.ReservedUntil is { } until && until <= run.Now;
        var document = new RedeemedDocument(run, row);
        if (!isOver) run.NothingToDo($"redemption {id} is not overdue.");
        else if (document.State == DocumentState.Done) SetState(row, RedemptionState.Committed, null);
        else if (document.IsWaiting) run.NothingToDo("its document has the discount and waits.");
        else row = GiveBack(row, member, document);
        return row;
    }

    private RedemptionRow ByHand(Guid id, bool isSupervisor)
    {
        RedemptionRow row = Locked(id, out MemberWork member);
        var document = new RedeemedDocument(run, row);
        document.RequireWrite();
        bool isUsed = row.State == (int)RedemptionState.Committed;
        if (IsLive(row) && document.State == DocumentState.Done)
            throw new BusinessRuleException(UserText.RedemptionIsUsed, row.DocumentNumber ?? "");
        if (isUsed && document.State is null && !isSupervisor)
            throw new BusinessRuleException(UserText.ReversalNeedsSupervisor);
        return GiveBack(row, member, document);
    }

    private RedemptionRow GiveBack(RedemptionRow row, MemberWork member, RedeemedDocument document)
    {
        bool wasUsed = row.State is (int)RedemptionState.Committed or (int)RedemptionState.Reversed;
        RedemptionStep step = wasUsed ? RedemptionStep.Reverse : RedemptionStep.Release;
        RedemptionStepResult result = CheckOf(row, step);
        if (result == RedemptionStepResult.AlreadyDone) return row;
        if (result != RedemptionStepResult.Done) throw Refusal(result);
        if (document.IsWaiting)
            throw new BusinessRuleException(UserText.DocumentIsClosed, row.DocumentNumber ?? "");

        row = document.Follow(row);
        var changes = new RedemptionRow { State = (int)Redemption.After(step) };
        Guid? entry = new RestoredPoints(run, member).Post(row, row.Id, (spent, restored) => spent - restored);
        if (entry is { } released) changes.ReleaseEntryId = new EntityReference(LoyaltyEntry.Table, released);
        if (row.RewardId is { } reward) new RewardStore(run.System).GiveBack(reward.Id);
        redemptions.Change(row, changes);
        row = redemptions.Find(row.Id)!;
        if (row.DocumentAmount is not > 0) return row;
        var discount = new CarriedDiscount(run, row, DocumentFamily.Nobody);
        discount.TakeOffOpenDocuments();
        return discount.Row;
    }

    private static bool IsLive(RedemptionRow row) =>
        row.State is (int)RedemptionState.Reserved or (int)RedemptionState.Committed;

    private static bool IsFor(RedemptionRow row, Entity document) => row.DocumentId == document.Id.ToString("D");

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

    private static BusinessRuleException Refusal(RedemptionStepResult result) => new(result switch
    {
        RedemptionStepResult.HasRunOut => UserText.ReservationHasRunOut,
        RedemptionStepResult.WasReleased => UserText.RedemptionWasReleased,
        _ => UserText.RedemptionWasReversed,
    });
}
