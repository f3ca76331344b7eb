using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Stores;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>What a document would bring, summed over the programmes that run; values in their currency.</summary>
internal sealed class PurchaseQuote
{
    public int Points { get; private set; }

    public Breakdown Breakdown { get; private set; } = Breakdown.Empty;

    public int RedeemablePoints { get; private set; }

    public decimal RedeemableValue { get; private set; }

    public static PurchaseQuote Of(StepRun run, PurchaseDocument document)
    {
        var quote = new PurchaseQuote();
        if (document.Customer is not { } customer) return quote;
        IReadOnlyList<Participation> payers = new ProgrammeReader(run).ReadRunning(customer);
        var valuation = new Valuation(run, document, payers);
        foreach (Participation payer in payers.Where(payer => !payer.MemberIsExcluded))
            quote.Add(run, document, payer, valuation.AwardIn(payer, payer.Member));
        return quote;
    }

    private void Add(StepRun run, PurchaseDocument document, Participation payer, Award award)
    {
        bool earns = award.Result == AwardResult.Earned
            && (payer.Member?.IsActive ?? payer.Programme.Settings.AutoEnrols);
        if (earns)
        {
            Points = (int)Math.Min(int.MaxValue, (long)Points + award.Points);
            Breakdown = Breakdown.Sum(new[] { Breakdown, award.Breakdown });
        }

        if (payer.Member is not { IsActive: true } member) return;
        int available = new MemberStore(run.System).ReadLocked(member.Id).Head.AvailableOn(payer.DayOf(run.Now));
        decimal rate = payer.CurrencyRate ?? 1m;
        decimal amount = new RedemptionStore(run.System).AmountOn(document.Id, document.OrderId);
        decimal redeemed = amount / document.ExchangeRate;
        RedemptionQuote redeemable = RedemptionPolicy.Quote(
            payer.Programme.Settings.Redemption, available, available, document.Gross * rate, redeemed * rate);
        RedeemablePoints += redeemable.Points;
        RedeemableValue += redeemable.Value;
    }
}
