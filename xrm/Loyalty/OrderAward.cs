using System.Collections.Generic;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>
/// Pays what a fulfilled order earns, whichever event told us about it. Whatever is missing is traced as nothing to do:
/// nothing here may block fulfilling an order.
/// </summary>
internal sealed class OrderAward
{
    private readonly StepRun run;
    private readonly SalesOrder order;

    public OrderAward(StepRun run, SalesOrder order)
    {
        this.run = run;
        this.order = order;
    }

    public void Pay()
    {
        if (order.CustomerId is not { } customer)
        {
            run.NothingToDo("the order has no customer.");
            return;
        }

        IReadOnlyList<Participation> payers = new ProgrammeReader(run).ReadPayingAt(Milestone.OrderFulfilled, customer);
        if (payers.Count == 0) run.NothingToDo("no programme pays for fulfilled orders.");
        foreach (Participation payer in payers) PayIn(payer, customer);
    }

    private void PayIn(Participation payer, EntityReference customer)
    {
        Award award = EarningPolicy.Award(payer.Programme.Settings, OrderReader.HeaderOf(order));
        if (award.Result != AwardResult.Earned)
        {
            run.NothingToDo($"{award.BasisAmount} earns no points ({award.Result}).");
            return;
        }

        Membership? member = new MemberMerge(run).MemberToPay(payer) ?? Enrol(payer.Programme.Settings, customer);
        if (member is null) return;
        if (WhyNot(payer, member, award) is { } reason)
        {
            run.NothingToDo(reason);
            return;
        }

        var key = new SourceKey(payer.Programme.Settings.Id, member.Id, EntryKind.Earn, order.Id);
        new LedgerStore(run).Append(key, order.OrderNumber ?? "", () => Draft(key, payer.Programme.Settings));
    }

    private static string? WhyNot(Participation payer, Membership member, Award award)
    {
        if (payer.MemberIsExcluded) return "the customer is excluded.";
        if (!member.IsActive) return "the member is inactive.";
        bool overflows = (long)member.Balance + award.Points > int.MaxValue;
        return overflows ? "the balance cannot hold so many points." : null;
    }

    private Membership? Enrol(Programme programme, EntityReference customer)
    {
        if (!programme.AutoEnrols)
        {
            run.NothingToDo("the customer is no member, and the programme does not enrol by itself.");
            return null;
        }

        CustomerProfile? profile = new CustomerReader(run.System).Find(customer);
        if (profile is { IsExcluded: false }) return new MemberStore(run.System).Enrol(programme.Id, profile, run.Now);
        run.NothingToDo(profile is null ? "the customer does not exist." : "the customer is excluded.");
        return null;
    }

    private EntryDraft Draft(SourceKey key, Programme programme)
    {
        Purchase purchase = new OrderReader(run.System).ReadWithLines(order);
        Award award = EarningPolicy.Award(programme, purchase);
        return new EntryDraft
        {
            Key = key,
            Points = award.Points,
            BookedOn = run.Now,
            SourceTable = SalesOrder.Table,
            SourceId = order.Id.ToString("D"),
            OriginatorId = run.OriginatorId,
            Basis = award.Basis,
            BasisAmount = award.BasisAmount,
            Breakdown = award.Breakdown.ToJson(),
        };
    }
}
