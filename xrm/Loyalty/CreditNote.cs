using System;
using System.Linq;
using CrmExtensions.Domain;
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
        if (new DamagedLedger(run).Reports(payer)) return;
        if (new MemberMerge(run).MemberToPay(payer) is not { IsActive: true } member)
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

        Post(payer, new SourceKey(payer.ProgrammeId, member.Id, EntryKind.Return, document.Id), mirrored);
    }

    private void Post(Participation payer, SourceKey key, Award mirrored)
    {
        if (new LedgerStore(run).FindId(key) is not null)
        {
            run.NothingToDo($"{key} is already posted.");
            return;
        }

        var members = new MemberStore(run.System);
        members.Lock(key);
        LockedMember member = members.ReadLocked(key.MemberId);
        if (member.IsDamaged)
        {
            new DamagedLedger(run).ReportLocked(member.Id);
            return;
        }

        Day today = member.Programme.Today(run.Now);
        LotKey lot = ExpiryPolicy.LotOf(payer.Programme.Settings.Expiry, today);
        var record = new EarnRecord { MemberId = key.MemberId, Lot = lot, Earned = mirrored.Breakdown };
        ReturnPlan plan = ReturnPolicy.Limit(
            Settlement.TakeOff(record), record, member.Head, member.Programme.Settings, today);
        if (plan.IsNothing)
        {
            run.NothingToDo("the credit note takes nothing back.");
            return;
        }

        EntryDraft draft = DocumentDraft.Of(run, document, payer, key, plan.Breakdown) with
        {
            Basis = mirrored.Basis,
            BasisAmount = -mirrored.BasisAmount,
        };
        new LedgerStore(run).AppendLocked(draft, document.Number);
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
