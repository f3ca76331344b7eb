using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Stores;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>A document as the purchase that a programme sees. Lines are read once for all programmes.</summary>
internal sealed class Valuation
{
    private readonly StepRun run;
    private readonly PurchaseDocument document;
    private readonly bool withFamilies;
    private readonly Dictionary<Guid, Purchase> purchases = new Dictionary<Guid, Purchase>();
    private IReadOnlyList<PurchaseLine>? lines;

    public Valuation(StepRun run, PurchaseDocument document, IEnumerable<Participation> payers)
    {
        this.run = run;
        this.document = document;
        withFamilies = payers.Any(payer => payer.Rules.AsksForFamilies);
    }

    public Purchase PurchaseIn(Participation payer)
    {
        if (!purchases.TryGetValue(payer.ProgrammeId, out Purchase? purchase))
            purchases.Add(payer.ProgrammeId, purchase = Read(payer));
        return purchase;
    }

    /// <summary>What the document earns when no budget ends.</summary>
    public Award AwardIn(Participation payer, Membership? member) => EarningPolicy.Award(
        payer.Programme.Settings, PurchaseIn(payer), payer.EarnerWith(member), payer.Rules.Unlimited);

    private Purchase Read(Participation payer)
    {
        lines ??= new LineReader(run.System).Read(document, withFamilies);
        return new Purchase
        {
            DocumentId = document.Id,
            NetAmount = document.Net,
            FreightAmount = document.Freight,
            GrossAmount = document.Gross,
            OrderedOn = payer.DayOf(document.CreatedOn ?? run.Now),
            Buyer = document.Buyer,
            RedeemedAmount = payer.Programme.Settings.Earning.RedeemedShareEarns ? RedeemedIn(payer) : 0m,
            Rates = payer.RatesFor(document),
            Lines = lines,
        };
    }

    private decimal RedeemedIn(Participation payer) =>
        new RedeemedValueReader(run.System).Read(document, payer.ProgrammeId);
}
