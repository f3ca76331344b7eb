using System;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>
/// A document with a total below zero: the platform has no credit note of its own, so this is how goods come back. It
/// names no award, hence what its lines would have earned is taken back, once.
/// </summary>
internal sealed class CreditNote
{
    private readonly StepRun run;
    private readonly PurchaseDocument document;

    public CreditNote(StepRun run, PurchaseDocument document)
    {
        this.run = run;
        this.document = document;
    }

    public void TakeBack(Participation payer, Valuation valuation)
    {
        if (payer.Member is not { IsActive: true } found)
        {
            run.NothingToDo("the customer of the credit note is no active member.");
            return;
        }

        Award mirrored = EarningPolicy.Award(
            payer.Programme.Settings,
            Mirrored(valuation.PurchaseIn(payer)),
            Earner.Anybody,
            Array.Empty<EarningRule>());
        if (mirrored.Result != AwardResult.Earned)
        {
            run.NothingToDo($"the credit note takes nothing back ({mirrored.Result}).");
            return;
        }

        Post(payer, new SourceKey(payer.ProgrammeId, found.Id, EntryKind.Return, document.Id), mirrored);
    }

    private void Post(Participation payer, SourceKey key, Award mirrored)
    {
        MemberWork member = MemberWork.Open(run, key.MemberId, key.ToString());
        LotKey lot = ExpiryPolicy.LotOf(member.Settings.Expiry, member.Today);
        var record = new EarnRecord { MemberId = key.MemberId, Lot = lot, Earned = mirrored.Breakdown };
        ReturnPlan plan = ReturnPolicy.Limit(
            Settlement.TakeOff(record), record, member.Head, member.Settings, member.Today);
        if (plan.IsNothing)
        {
            run.NothingToDo("the credit note takes nothing back.");
            return;
        }

        new LedgerStore(run).Append(key, document.Number, () => new EntryDraft
        {
            Key = key,
            Points = plan.Points,
            BookedOn = run.Now,
            SourceTable = document.Table,
            SourceId = document.Id.ToString("D"),
            DocumentNumber = document.Number,
            OriginatorId = run.OriginatorId,
            Basis = mirrored.Basis,
            BasisAmount = -mirrored.BasisAmount,
            Rates = payer.RatesFor(document),
            Breakdown = plan.Breakdown.ToJson(),
            EarnedOn = member.Today,
            StatusPoints = plan.StatusPoints,
        });
    }

    /// <summary>The same document as if it were a purchase: what goes back was bought once.</summary>
    private static Purchase Mirrored(Purchase purchase) => new()
    {
        DocumentId = purchase.DocumentId,
        NetAmount = -purchase.NetAmount,
        FreightAmount = Math.Max(0m, -purchase.FreightAmount),
        GrossAmount = -purchase.GrossAmount,
        OrderedOn = purchase.OrderedOn,
        Buyer = purchase.Buyer,
        Rates = purchase.Rates,
        Lines = purchase.Lines
            .Select(line => new PurchaseLine
            {
                Id = line.Id,
                NetAmount = -line.NetAmount,
                TaxAmount = -line.TaxAmount,
                Quantity = -line.Quantity,
                ProductId = line.ProductId,
                Families = line.Families,
            })
            .ToArray(),
    };
}
