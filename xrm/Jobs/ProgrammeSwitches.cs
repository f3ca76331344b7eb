using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>Which programmes scheduled work may touch: the kill switch of a programme holds its jobs too.</summary>
internal static class ProgrammeSwitches
{
    private const string CreatedOn = "createdon";

    /// <summary>Active and not paused, in the order of ids.</summary>
    public static IReadOnlyList<Guid> Running(IOrganizationService service) => Ids(service, OnlyRunning);

    /// <summary>Paused ones too.</summary>
    public static IReadOnlyList<Guid> Active(IOrganizationService service) => Ids(service, _ => { });

    /// <summary>When the first running programme of this milestone was created; null where there is none.</summary>
    public static DateTime? FirstPayingAt(IOrganizationService service, Milestone milestone) =>
        Rows(service, programme =>
        {
            OnlyRunning(programme);
            programme.AddCondition(
                LoyaltyProgram.Columns.Milestone, ConditionOperator.Equal, Choice.Of((int)milestone)!.Value);
        }).Select(row => row.Moment(CreatedOn)).Min();

    /// <param name="programme">Conditions on the programme table.</param>
    public static void OnlyRunning(FilterExpression programme)
    {
        programme.AddCondition(LoyaltyProgram.Columns.State, ConditionOperator.Equal, 0);
        FilterExpression runs = programme.AddFilter(LogicalOperator.Or);
        runs.AddCondition(LoyaltyProgram.Columns.IsPaused, ConditionOperator.Null);
        runs.AddCondition(LoyaltyProgram.Columns.IsPaused, ConditionOperator.Equal, false);
    }

    private static IReadOnlyList<Guid> Ids(IOrganizationService service, Action<FilterExpression> condition) =>
        Rows(service, condition).Select(row => row.Id).ToArray();

    private static IEnumerable<Entity> Rows(IOrganizationService service, Action<FilterExpression> condition)
    {
        var query = new QueryExpression(LoyaltyProgram.Table) { ColumnSet = new ColumnSet(CreatedOn) };
        query.Criteria.AddCondition(LoyaltyProgram.Columns.State, ConditionOperator.Equal, 0);
        condition(query.Criteria);
        query.AddOrder(LoyaltyProgram.Columns.Id, OrderType.Ascending);
        return service.RetrieveMultiple(query).Entities;
    }
}
