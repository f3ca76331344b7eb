using System.Collections.Generic;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;

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

        IReadOnlyList<Programme> programmes = new ProgrammeReader(run).ReadPayingAt(Milestone.OrderFulfilled);
        if (programmes.Count == 0)
        {
            run.NothingToDo("no programme pays for fulfilled orders.");
            return;
        }

        CustomerProfile? profile = new CustomerReader(run.System).Find(customer);
        if (profile is null || profile.IsExcluded)
        {
            run.NothingToDo(profile is null ? "the customer does not exist." : "the customer is excluded.");
            return;
        }

        foreach (Programme programme in programmes) PayIn(programme, profile);
    }

    private void PayIn(Programme programme, CustomerProfile customer)
    {
        Award award = EarningPolicy.Award(programme, OrderReader.HeaderOf(order));
        if (award.Result != AwardResult.Earned)
        {
            run.NothingToDo($"{award.BasisAmount} earns no points ({award.Result}).");
            return;
        }

        if (MemberOf(programme, customer) is not { } member) return;
        if ((long)member.Balance + award.Points > int.MaxValue)
        {
            run.NothingToDo("the balance cannot hold so many points.");
            return;
        }

        var key = new SourceKey(programme.Id, member.Id, EntryKind.Earn, order.Id);
        new LedgerStore(run).Append(key, order.OrderNumber ?? "", () => Draft(key, programme));
    }

    private Membership? MemberOf(Programme programme, CustomerProfile customer)
    {
        Membership? member = customer.In(programme.Id);
        if (member is null && !programme.AutoEnrols)
        {
            run.NothingToDo("the customer is no member, and the programme does not enrol by itself.");
            return null;
        }

        member ??= new MemberStore(run.System).Enrol(programme.Id, customer, run.Now);
        if (member.IsActive) return member;
        run.NothingToDo("the member is inactive.");
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
