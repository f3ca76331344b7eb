using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Stores;

/// <summary>The one place where the columns of a tier meet its settings.</summary>
internal static class TierRows
{
    private const string Alias = "tier";

    /// <summary>Adds the active tiers to a query that links to their programme: its row comes once for each.</summary>
    public static void AddTo(LinkEntity programme)
    {
        LinkEntity tiers = programme.AddLink(
            LoyaltyTierRow.Table, LoyaltyProgram.Columns.Id, LoyaltyTierRow.Columns.ProgramId, JoinOperator.LeftOuter);
        tiers.EntityAlias = Alias;
        tiers.Columns = Columns();
        tiers.LinkCriteria.AddCondition(LoyaltyTierRow.Columns.State, ConditionOperator.Equal, 0);
    }

    /// <summary>Of the rows of such a query; a programme without tiers has one row without.</summary>
    public static IReadOnlyList<Tier> Of(IEnumerable<Entity> rows) => rows
        .Where(row => row.Contains(Alias + "." + LoyaltyTierRow.Columns.Id))
        .Select(Unlinked)
        .GroupBy(tier => tier.Id)
        .Select(same => same.First())
        .ToArray();

    /// <summary>The active tiers of a programme, the lowest first: one request.</summary>
    public static IReadOnlyList<Tier> Read(IOrganizationService service, System.Guid programmeId)
    {
        var query = new QueryExpression(LoyaltyTierRow.Table) { ColumnSet = Columns() };
        query.Criteria.AddCondition(LoyaltyTierRow.Columns.ProgramId, ConditionOperator.Equal, programmeId);
        query.Criteria.AddCondition(LoyaltyTierRow.Columns.State, ConditionOperator.Equal, 0);
        query.AddOrder(LoyaltyTierRow.Columns.Rank, OrderType.Ascending);
        return service.RetrieveMultiple(query).Entities
            .Select(row => Of(row.ToEntity<LoyaltyTierRow>()))
            .ToArray();
    }

    private static Tier Unlinked(Entity row)
    {
        string prefix = Alias + ".";
        var tier = new LoyaltyTierRow();
        foreach (KeyValuePair<string, object> column in row.Attributes)
        {
            if (column.Value is AliasedValue linked && column.Key.StartsWith(prefix, System.StringComparison.Ordinal))
                tier[linked.AttributeLogicalName] = linked.Value;
        }

        tier.Id = tier.GetAttributeValue<System.Guid>(LoyaltyTierRow.Columns.Id);
        return Of(tier);
    }

    private static Tier Of(LoyaltyTierRow row) => new()
    {
        Id = row.Id,
        Name = row.Name ?? "",
        Rank = row.Rank,
        MonthPoints = row.MonthPoints,
        YearPoints = row.YearPoints,
        YearOrders = row.YearOrders,
        Multiplier = row.Multiplier ?? 1m,
        ValidMonths = row.ValidMonths is { } months and >= 1 and <= 1200 ? months : 12,
    };

    private static ColumnSet Columns() => new(
        LoyaltyTierRow.Columns.Id, LoyaltyTierRow.Columns.Name, LoyaltyTierRow.Columns.Rank,
        LoyaltyTierRow.Columns.MonthPoints, LoyaltyTierRow.Columns.YearPoints, LoyaltyTierRow.Columns.YearOrders,
        LoyaltyTierRow.Columns.Multiplier, LoyaltyTierRow.Columns.ValidMonths);
}
