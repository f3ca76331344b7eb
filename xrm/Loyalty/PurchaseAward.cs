using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>
/// Pays what a document earns that has reached the programme's milestone, whichever event told us about it. Whatever is
/// missing or damaged is traced as nothing to do: nothing here may block the document.
/// </summary>
internal sealed class PurchaseAward
{
    private readonly StepRun run;
    private readonly PurchaseDocument document;

    public PurchaseAward(StepRun run, PurchaseDocument document)
    {
        this.run = run;
        this.document = document;
    }

    public void Pay(Milestone milestone) => Pay(milestone, new DocumentLedger(run.System).Find(document));

    /// <param name="milestone">That the document has reached.</param>
    /// <param name="posted">The entries of the document, where the event had to look for them itself.</param>
    public void Pay(Milestone milestone, IReadOnlyList<PostedEntry> posted)
    {
        if (document.Customer is not { } customer)
        {
            run.NothingToDo("the document has no customer.");
            return;
        }

        if (document.IsOrder && IsSettled(run, posted)) return;
        IReadOnlyList<Participation> payers = new ProgrammeReader(run).ReadPayingAt(milestone, customer);
        if (payers.Count == 0) run.NothingToDo($"no programme pays for {milestone}.");
        var valuation = new Valuation(run, document, payers);
        foreach (Participation payer in payers) PayIn(payer, valuation, posted);
    }

    /// <summary>
    /// An order is told about twice when it is fulfilled; only one that left that state in between has more to come.
    /// </summary>
    public static bool IsSettled(StepRun run, IReadOnlyList<PostedEntry> posted)
    {
        bool isSettled = posted.Any(entry => entry.IsAward)
            && posted.All(entry => entry.Key.Kind != EntryKind.Correction);
        if (isSettled) run.NothingToDo($"{posted.First(entry => entry.IsAward).Key} is already posted.");
        return isSettled;
    }

    private void PayIn(Participation orderer, Valuation valuation, IReadOnlyList<PostedEntry> posted)
    {
        PostedEntry[] awards = posted
            .Where(entry => entry.IsAward && entry.Key.ProgrammeId == orderer.ProgrammeId)
            .ToArray();
        PostedEntry? own = Array.Find(awards, award => award.DocumentId == document.Id);
        if (own is null && awards.Length > 0)
        {
            run.NothingToDo("the order of this invoice has earned already.");
            return;
        }

        Participation payer = WithBeneficiary(orderer);
        if (own is null)
        {
            PayFirst(payer, valuation);
            return;
        }

        new AwardSettlement(run).Restore(own, record => Due(valuation.AwardIn(payer, payer.Member), payer, record));
    }

    private void PayFirst(Participation payer, Valuation valuation)
    {
        Award award = valuation.AwardIn(payer, payer.Member);
        if (award.Result == AwardResult.IsReturn)
        {
            new CreditNote(run, document).TakeBack(payer, valuation);
            return;
        }

        Breakdown due = Due(award, payer, null);
        if (due.Points <= 0)
        {
            run.NothingToDo($"{award.BasisAmount} earns no points ({award.Result}).");
            return;
        }

        Membership? member = MemberToPay(payer) ?? (payer.Member is null ? Enrol(payer) : null);
        if (member is null) return;
        if (WhyNot(payer, member, due) is { } reason) run.NothingToDo(reason);
        else new AwardPosting(run, document).Post(payer, member, award, due);
    }

    /// <summary>Null for a customer who is no member, and where a damaged ledger waits for its repair.</summary>
    private Membership? MemberToPay(Participation payer)
    {
        var damaged = new DamagedLedger(run);
        if (damaged.Reports(payer)) return null;
        Membership? member = new MemberMerge(run).MemberToPay(payer);
        if (member is not { IsDamaged: true }) return member;
        damaged.Report(member.Id);
        return null;
    }

    /// <summary>What the document should have earned by now: all of it, the paid share, or nothing yet.</summary>
    private Breakdown Due(Award award, Participation payer, EarnRecord? record)
    {
        if (award.Result != AwardResult.Earned) return Breakdown.Empty;
        bool isPartial = document.Table == Invoice.Table && document.Status == Invoice.Partial;
        PartialPayment policy = payer.Programme.Settings.Earning.PartialPayment;
        decimal paid = isPartial ? Math.Min(document.Paid ?? 0m, document.Gross) : document.Gross;
        if (!isPartial) return record is null ? award.Breakdown : Settlement.TargetOf(record, award.Breakdown);
        return PartialPayments.Due(award, Breakdown.Empty, paid, document.Gross, policy);
    }

    private Participation WithBeneficiary(Participation payer)
    {
        BeneficiaryKind kind = payer.Programme.Settings.Earning.Beneficiary;
        if (kind == BeneficiaryKind.Orderer) return payer;
        EntityReference who = new BeneficiaryReader(run.System).Read(document, kind);
        if (who.Id == document.Customer!.Id) return payer;
        CustomerProfile? profile = new CustomerReader(run.System).Find(who);
        IReadOnlyList<Membership> members = MembershipRows.InOrder(
            (profile?.Memberships ?? Array.Empty<Membership>()).Where(one => one.ProgrammeId == payer.ProgrammeId));
        return payer.With(members) with { Beneficiary = who, MemberIsExcluded = profile?.IsExcluded ?? false };
    }

    private static string? WhyNot(Participation payer, Membership member, Breakdown due)
    {
        if (payer.MemberIsExcluded) return "the customer is excluded.";
        if (!member.IsActive) return "the member is inactive.";
        bool overflows = (long)member.Balance + due.Points > int.MaxValue;
        return overflows ? "the balance cannot hold so many points." : null;
    }

    private Membership? Enrol(Participation payer)
    {
        if (!payer.Programme.Settings.AutoEnrols)
        {
            run.NothingToDo("the customer is no member, and the programme does not enrol by itself.");
            return null;
        }

        EntityReference customer = payer.Beneficiary ?? document.Customer!;
        var enroller = new CustomerEnroller(run.System);
        if (enroller.MayJoin(customer)) return enroller.Enrol(payer.ProgrammeId, customer, JoiningMoment());
        run.NothingToDo("the customer is excluded or does not exist.");
        return null;
    }

    /// <summary>Whoever is enrolled by a purchase joins with it, not with its milestone.</summary>
    private DateTime JoiningMoment() => document.CreatedOn is { } created && created < run.Now
        ? DateTime.SpecifyKind(created, DateTimeKind.Utc)
        : run.Now;
}
