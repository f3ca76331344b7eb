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
        var changes = new RedemptionRow
        {
            DocumentTable = document.LogicalName,
            DocumentId = document.Id.ToString("D"),
            DocumentNumber = DocumentStore.NumberOf(document),
        };
        if (row.DocumentTax is > 0m && TaxReductions.Parse(row.TaxReductions ?? "") is { } taxes)
            changes.TaxReductions = taxes.CopiedTo(new TaxedLineStore(run.System, document).Lines).ToJson();
        redemptions.Change(row, changes);
    }

    /// <summary>Somebody gives points back that were not used yet.</summary>
    /// <exception cref="BusinessRuleException">They were, or the caller may not change the document.</exception>
    public RedemptionRow Release(Guid id) => ByHand(id, isSupervisor: false);

    /// <summary>A supervisor takes a use back: a voucher, a reward, or what a document has never used.</summary>
    /// <exception cref="BusinessRuleException">The document was fulfilled or paid with the points.</exception>
    public RedemptionRow Reverse(Guid id) => ByHand(id, isSupervisor: true);

    /// <summary>The points come back, and the discount comes off a document that can still change.</summary>
    public RedemptionRow GiveBack(Guid id)
    {
        RedemptionRow row = Locked(id, out MemberWork member);
        return GiveBack(row, member, new RedeemedDocument(run, row));
    }

    /// <summary>
    /// The document was opened again after its points had gone back: the discount that they paid for goes, too. What is
    /// still reserved or used stays.
    /// </summary>
    public void TakeDiscountOff(Guid id)
    {
        RedemptionRow row = Locked(id, out _);
        bool isGivenBack = row.State is (int)RedemptionState.Released or (int)RedemptionState.Reversed;
        bool hasDiscount = row.DocumentAmount is > 0;
        if (isGivenBack && hasDiscount && new RedeemedDocument(run, row).TakeDiscountOff())
            redemptions.Change(row, new RedemptionRow { DocumentAmount = 0m, DocumentTax = 0m });
        else run.NothingToDo($"redemption {id} has no discount without points.");
    }

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
        else if (document.State == DocumentState.Waiting) run.NothingToDo("its document has the discount and waits.");
        else GiveBack(row, member, document);
        return row;
    }

    private RedemptionRow ByHand(Guid id, bool isSupervisor)
    {
        RedemptionRow row = Locked(id, out MemberWork member);
        var document = new RedeemedDocument(run, row);
        document.RequireWrite();
        bool isUsed = row.State == (int)RedemptionState.Committed;
        bool isLive = isUsed || row.State == (int)RedemptionState.Reserved;
        if (isLive && document.State == DocumentState.Done)
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
        if (document.State == DocumentState.Waiting)
            throw new BusinessRuleException(UserText.DocumentIsClosed, row.DocumentNumber ?? "");

        var changes = new RedemptionRow { State = (int)Redemption.After(step) };
        Guid? entry = new RestoredPoints(run, member).Post(row, row.Id, (spent, restored) => spent - restored);
        if (entry is { } released) changes.ReleaseEntryId = new EntityReference(LoyaltyEntry.Table, released);
        if (row.RewardId is { } reward) new RewardStore(run.System).GiveBack(reward.Id);
        if (row.DocumentAmount is > 0 && document.TakeDiscountOff())
        {
            changes.DocumentAmount = 0m;
            changes.DocumentTax = 0m;
        }

        redemptions.Change(row, changes);
        row.State = changes.State;
        row.ReleaseEntryId = changes.ReleaseEntryId;
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

    private static BusinessRuleException Refusal(RedemptionStepResult result) => new(result switch
    {
        RedemptionStepResult.HasRunOut => UserText.ReservationHasRunOut,
        RedemptionStepResult.WasReleased => UserText.RedemptionWasReleased,
        _ => UserText.RedemptionWasReversed,
    });
}
