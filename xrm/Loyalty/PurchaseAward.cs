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
/// missing is traced as nothing to do: nothing here may block the document.
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

    public void Pay(Milestone milestone)
    {
        if (document.Customer is not { } customer)
        {
            run.NothingToDo("the document has no customer.");
            return;
        }

        IReadOnlyList<PostedEntry> posted = new DocumentLedger(run.System).Find(document);
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

    private void PayIn(Participation payer, Valuation valuation, IReadOnlyList<PostedEntry> posted)
    {
        PostedEntry[] awards = posted
            .Where(entry => entry.IsAward && entry.Key.ProgrammeId == payer.ProgrammeId)
            .ToArray();
        if (Array.Find(awards, award => award.DocumentId == document.Id) is { } own)
        {
            new AwardSettlement(run).Restore(own, record => Due(valuation.AwardIn(payer, payer.Member), payer, record));
        }
        else if (awards.Length > 0)
        {
            run.NothingToDo("the order of this invoice has earned already.");
        }
        else
        {
            PayFirst(WithBeneficiary(payer), valuation);
        }
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

        Membership? member = new MemberMerge(run).MemberToPay(payer) ?? Enrol(payer);
        if (member is null) return;
        if (WhyNot(payer, member, due) is { } reason) run.NothingToDo(reason);
        else new AwardPosting(run, document).Post(payer, member, valuation, award => Due(award, payer, null));
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
        return payer with
        {
            Profile = profile,
            Member = members.FirstOrDefault(),
            DuplicateIds = members.Skip(1).Where(member => member.IsActive).Select(member => member.Id).ToArray(),
            MemberIsExcluded = profile?.IsExcluded ?? false,
        };
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

        CustomerProfile? profile = payer.Profile ?? new CustomerReader(run.System).Find(document.Customer!);
        if (profile is { IsExcluded: false })
            return new MemberStore(run.System).Enrol(payer.ProgrammeId, profile, JoiningMoment());
        run.NothingToDo(profile is null ? "the customer does not exist." : "the customer is excluded.");
        return null;
    }

    /// <summary>Whoever is enrolled by a purchase joins with it, not with its milestone.</summary>
    private DateTime JoiningMoment() => document.CreatedOn is { } created && created < run.Now
        ? DateTime.SpecifyKind(created, DateTimeKind.Utc)
        : run.Now;
}
