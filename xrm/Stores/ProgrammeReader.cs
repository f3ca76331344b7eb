using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Stores;

/// <summary>The programmes that may pay now. Whatever stands in the way of one is traced, never thrown.</summary>
internal sealed class ProgrammeReader
{
    private const string Member = "member", MembersCustomer = "customer", Currency = "currency";

    private readonly StepRun run;

    public ProgrammeReader(StepRun run) => this.run = run;

    /// <summary>
    /// Active, not paused and valid programmes with this milestone, in order of their ids, with the customer's
    /// memberships, the earning rules and the rate of the programme's currency: one request. Members are found by the
    /// lookup, which a merge re-parents, and not by their key.
    /// </summary>
    public IReadOnlyList<Participation> ReadPayingAt(Milestone milestone, EntityReference customer) =>
        ReadRunning(customer).Where(payer => payer.Programme.Settings.Milestone == milestone).ToArray();

    /// <summary>The same whatever their milestone is.</summary>
    public IReadOnlyList<Participation> ReadRunning(EntityReference customer) =>
        run.System.RetrieveMultiple(QueryFor(customer)).Entities
            .GroupBy(row => row.Id)
            .Select(rows => ParticipationOf(rows.ToArray()))
            .Where(participation => Runs(participation.Programme))
            .ToArray();

    private static QueryExpression QueryFor(EntityReference customer)
    {
        var query = new QueryExpression(LoyaltyProgram.Table);
        ProgrammeRows.AddTo(query);
        query.Criteria.AddCondition(LoyaltyProgram.Columns.State, ConditionOperator.Equal, 0);
        query.AddOrder(LoyaltyProgram.Columns.Id, OrderType.Ascending);

        LinkEntity members = query.AddLink(
            LoyaltyMember.Table, LoyaltyProgram.Columns.Id, LoyaltyMember.Columns.ProgramId, JoinOperator.LeftOuter);
        MembershipRows.AddTo(members, Member);
        members.LinkCriteria.AddCondition(LoyaltyMember.Columns.CustomerId, ConditionOperator.Equal, customer.Id);

        string customerId = Customer.IdColumn(customer.LogicalName);
        LinkEntity customers = members.AddLink(
            customer.LogicalName, LoyaltyMember.Columns.CustomerId, customerId, JoinOperator.LeftOuter);
        customers.EntityAlias = MembersCustomer;
        customers.Columns = new ColumnSet(Customer.Columns.LoyaltyExcluded);

        LinkEntity currency = query.AddLink(
            CurrencyRow.Table, LoyaltyProgram.Columns.CurrencyId, CurrencyRow.Columns.Id, JoinOperator.LeftOuter);
        currency.EntityAlias = Currency;
        currency.Columns = new ColumnSet(CurrencyRow.Columns.ExchangeRate);
        RuleRows.AddTo(query);
        return query;
    }

    private bool Runs(RunningProgramme programme)
    {
        ProgrammeFault fault = programme.Settings.Check();
        if (fault != ProgrammeFault.None) run.Trace($"Programme {programme.Name} is left out: {fault}.");
        else if (programme.Settings.IsPaused) run.Trace($"Programme {programme.Name} is left out: it is paused.");
        else if (programme.Zone is null) run.Trace($"Programme {programme.Name} is left out: unknown time zone.");
        else return true;
        return false;
    }

    private Participation ParticipationOf(IReadOnlyList<Entity> rows)
    {
        var participation = new Participation
        {
            Programme = ProgrammeRows.Of(rows[0]),
            MemberIsExcluded = rows.Any(row => row.Linked<bool>(MembersCustomer, Customer.Columns.LoyaltyExcluded)),
            CurrencyRate = rows[0].Linked<decimal?>(Currency, CurrencyRow.Columns.ExchangeRate),
            Rules = RuleRows.Of(rows, run),
        };
        return participation.With(MembershipRows.InOrder(rows, Member));
    }
}
