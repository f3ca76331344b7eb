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
    private const string Member = "member", MembersCustomer = "customer";

    private readonly StepRun run;

    public ProgrammeReader(StepRun run) => this.run = run;

    /// <summary>
    /// Active, not paused and valid programmes with this milestone, in order of their ids, with the customer's
    /// memberships: one request. Members are found by the lookup, which a merge re-parents, and not by their key.
    /// </summary>
    public IReadOnlyList<Participation> ReadPayingAt(Milestone milestone, EntityReference customer) =>
        run.System.RetrieveMultiple(QueryFor(customer)).Entities
            .GroupBy(row => row.Id)
            .Where(rows => Pays(rows.First().ToEntity<LoyaltyProgram>(), milestone))
            .Select(ParticipationOf)
            .ToArray();

    private static QueryExpression QueryFor(EntityReference customer)
    {
        var query = new QueryExpression(LoyaltyProgram.Table)
        {
            ColumnSet = new ColumnSet(
                LoyaltyProgram.Columns.Name,
                LoyaltyProgram.Columns.Basis,
                LoyaltyProgram.Columns.Milestone,
                LoyaltyProgram.Columns.PointsPerStep,
                LoyaltyProgram.Columns.StepAmount,
                LoyaltyProgram.Columns.IsPaused,
                LoyaltyProgram.Columns.AutoEnrol),
        };
        query.Criteria.AddCondition(LoyaltyProgram.Columns.State, ConditionOperator.Equal, 0);
        query.AddOrder(LoyaltyProgram.Columns.Id, OrderType.Ascending);

        LinkEntity members = query.AddLink(
            LoyaltyMember.Table, LoyaltyProgram.Columns.Id, LoyaltyMember.Columns.ProgramId, JoinOperator.LeftOuter);
        members.EntityAlias = Member;
        members.Columns = MembershipRows.Columns();
        members.LinkCriteria.AddCondition(LoyaltyMember.Columns.CustomerId, ConditionOperator.Equal, customer.Id);

        string customerId = Customer.IdColumn(customer.LogicalName);
        LinkEntity customers = members.AddLink(
            customer.LogicalName, LoyaltyMember.Columns.CustomerId, customerId, JoinOperator.LeftOuter);
        customers.EntityAlias = MembersCustomer;
        customers.Columns = new ColumnSet(Customer.Columns.LoyaltyExcluded);
        return query;
    }

    private bool Pays(LoyaltyProgram row, Milestone milestone)
    {
        Programme programme = ToProgramme(row);
        ProgrammeFault fault = programme.Check();
        if (fault != ProgrammeFault.None) run.Trace($"Programme {row.Name} is left out: {fault}.");
        else if (programme.IsPaused) run.Trace($"Programme {row.Name} is left out: it is paused.");
        return fault == ProgrammeFault.None && !programme.IsPaused && programme.Milestone == milestone;
    }

    private static Participation ParticipationOf(IEnumerable<Entity> rows) => new()
    {
        Programme = ToProgramme(rows.First().ToEntity<LoyaltyProgram>()),
        Member = MembershipRows.Preferred(rows, Member),
        MemberIsExcluded = rows.Any(row => row.Linked<bool>(MembersCustomer, Customer.Columns.LoyaltyExcluded)),
    };

    private static Programme ToProgramme(LoyaltyProgram row) => new()
    {
        Id = row.Id,
        Basis = row.Basis,
        Milestone = row.Milestone,
        PointsPerStep = row.PointsPerStep ?? 1,
        StepAmount = row.StepAmount ?? 1m,
        IsPaused = row.IsPaused ?? false,
        AutoEnrols = row.AutoEnrol ?? true,
    };
}
