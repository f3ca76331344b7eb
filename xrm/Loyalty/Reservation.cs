using System;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>
/// Takes points from a member's balance for a document, a reward or a voucher, before anything else can spend them.
/// They are used when the redemption is committed and come back when it is released.
/// </summary>
internal sealed class Reservation
{
    /// <summary>Stands for "no document asks for an amount": above the worth of every balance.</summary>
    private const decimal Unlimited = 1_000_000_000_000m;

    private readonly StepRun run;
    private readonly MemberWork member;
    private readonly ReservationRequest request;
    private readonly RedemptionStore redemptions;

    public Reservation(StepRun run, MemberWork member, ReservationRequest request)
    {
        this.run = run;
        this.member = member;
        this.request = request;
        redemptions = new RedemptionStore(run.System);
    }

    /// <summary>The redemption of this request, made now or by an earlier message.</summary>
    public RedemptionRow Make()
    {
        string key = request.KeyIn(member);
        if (redemptions.FindByRequest(key) is { } made)
        {
            run.NothingToDo($"{key} is already reserved.");
            return request.Asks(made)
                ? made
                : throw new BusinessRuleException(UserText.RequestIdWasUsedForSomethingElse);
        }

        member.RequireActive();
        var row = new RedemptionRow
        {
            Id = SourceKey.SourceNamed(key),
            MemberId = member.Reference,
            State = (int)RedemptionState.Reserved,
            ReservedUntil = run.Now.AddMinutes(member.Settings.Redemption.ReservationMinutes),
            RequestKey = key,
            RequestedById = new EntityReference("systemuser", run.OriginatorId),
        };
        if (request.RewardId is { } reward) TakeReward(row, reward);
        else if (request.DocumentId is { } document) TakeForDocument(row, document);
        else TakeForVoucher(row);
        redemptions.Create(row);
        return row;
    }

    private void TakeReward(RedemptionRow row, Guid rewardId)
    {
        var rewards = new RewardStore(run.System);
        RewardRow reward = rewards.Read(rewardId, member.Settings.Id, member.Today);
        int available = member.Head.AvailableOn(member.Today);
        if (available < reward.Points)
            throw new BusinessRuleException(UserText.PointsAreNotAvailable, available, reward.Points);
        row.RewardId = new EntityReference(RewardRow.Table, reward.Id);
        row.Value = reward.Value ?? 0m;
        row.VoucherCode = RandomCode.New();
        Debit(row, reward.Points, reward.Name);
        rewards.Take(reward);
    }

    private void TakeForVoucher(RedemptionRow row)
    {
        RedemptionQuote quote = Quote(Unlimited, 0m);
        row.VoucherCode = RandomCode.New();
        row.Value = quote.Value;
        Debit(row, quote.Points, row.VoucherCode);
    }

    private void TakeForDocument(RedemptionRow row, Guid documentId)
    {
        var documents = new DocumentStore(run.System);
        Entity document = documents.Find(request.DocumentTable, documentId)
            ?? throw new BusinessRuleException(UserText.DocumentIsMissing);
        new DocumentAccess(run).RequireWrite(document.ToEntityReference(), DocumentStore.NumberOf(document));
        if (DocumentStore.StateOf(document) != DocumentState.Open)
            throw new BusinessRuleException(UserText.DocumentIsClosed, DocumentStore.NumberOf(document));
        if (!IsOfMember(document))
            throw new BusinessRuleException(UserText.DocumentIsOfAnotherCustomer, DocumentStore.NumberOf(document));

        PayableDocument payable = documents.PayableOf(document, member.Programme.Currency) with
        {
            Redeemed = redemptions.AmountOn(document.Id, DocumentStore.OriginOf(document)),
        };
        RedemptionQuote quote = Quote(payable.PayableInProgrammeCurrency, payable.RedeemedInProgrammeCurrency);
        decimal discount = payable.DiscountFor(quote.Value);
        if (discount <= 0) throw new BusinessRuleException(UserText.PointsAreWorthTooLittle, quote.Points);
        row.DocumentTable = document.LogicalName;
        row.DocumentId = document.Id.ToString("D");
        row.DocumentNumber = DocumentStore.NumberOf(document);
        row.DocumentAmount = discount;
        row.DiscountedOn = DiscountCarriers.Nobody.With(document.ToEntityReference()).ToString();
        PriceReduction reduction = PriceReduction.Of(
            run.System, document, payable, discount, member.Settings.Redemption.LowersTaxes);
        row.DocumentTax = reduction.Taxes.Total;
        row.TaxReductions = reduction.Taxes.ToJson();
        row.Value = payable.BaseValueOf(quote.Value);
        Debit(row, quote.Points, row.DocumentNumber);
        reduction.Take();
    }

    private RedemptionQuote Quote(decimal payable, decimal redeemed)
    {
        RedemptionSettings settings = member.Settings.Redemption;
        int available = member.Head.AvailableOn(member.Today);
        RedemptionQuote quote = RedemptionPolicy.Quote(settings, request.Points, available, payable, redeemed);
        return quote.Result switch
        {
            RedemptionResult.Possible => quote,
            RedemptionResult.NothingAvailable =>
                throw new BusinessRuleException(UserText.PointsAreNotAvailable, available, request.Points),
            RedemptionResult.NothingPayable =>
                throw new BusinessRuleException(UserText.NothingIsPayable, quote.Cap),
            _ => throw new BusinessRuleException(
                UserText.TooFewPointsToRedeem, Math.Max(settings.MinimumPoints, settings.StepPoints)),
        };
    }

    private void Debit(RedemptionRow row, int points, string? name)
    {
        EntryDraft draft = member.Draft(EntryKind.Redeem, row.Id, -points) with
        {
            SourceTable = RedemptionRow.Table,
            DocumentNumber = row.DocumentNumber ?? "",
        };
        string shown = string.IsNullOrEmpty(name) ? EntryKind.Redeem.ToString() : name!;
        row.Name = shown;
        row.Points = points;
        row.EntryId = new EntityReference(LoyaltyEntry.Table, member.Post(draft, EntryKind.Redeem.ToString()));
    }

    /// <summary>Whoever orders may pay, and whoever earns for it by the programme's setting; nobody else.</summary>
    private bool IsOfMember(Entity document)
    {
        Guid? customer = member.Row.CustomerId?.Id;
        var orderer = document.GetAttributeValue<EntityReference>(SalesDocument.Columns.Customer);
        if (orderer is null) return false;
        if (orderer.Id == customer) return true;
        BeneficiaryKind kind = member.Settings.Earning.Beneficiary;
        if (kind == BeneficiaryKind.Orderer) return false;
        return new DocumentReader(run.System).Find(document.ToEntityReference()) is { Customer: not null } purchase
            && new BeneficiaryReader(run.System).Read(purchase, kind).Id == customer;
    }
}
