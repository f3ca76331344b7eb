using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Stores;

/// <summary>
/// The one place where the columns of an earning rule meet its values: as linked rows of a query for programmes. A rule
/// that says nothing usable is left out and traced.
/// </summary>
internal static class RuleRows
{
    private const string RuleRow = "rule", TierRow = "ruletier", ShardRow = "shard";

    /// <summary>Active rules, the rank of their lowest tier, the ids of their budgets' shares.</summary>
    public static void AddTo(QueryExpression programmes)
    {
        LinkEntity rules = programmes.AddLink(
            EarningRuleRow.Table,
            LoyaltyProgram.Columns.Id,
            EarningRuleRow.Columns.ProgramId,
            JoinOperator.LeftOuter);
        rules.EntityAlias = RuleRow;
        rules.Columns = Columns();
        rules.LinkCriteria.AddCondition(EarningRuleRow.Columns.State, ConditionOperator.Equal, 0);

        LinkEntity tier = rules.AddLink(
            LoyaltyTierRow.Table, EarningRuleRow.Columns.MinTierId, LoyaltyTierRow.Columns.Id, JoinOperator.LeftOuter);
        tier.EntityAlias = TierRow;
        tier.Columns = new ColumnSet(LoyaltyTierRow.Columns.Rank);

        LinkEntity shards = rules.AddLink(
            BudgetShardRow.Table, EarningRuleRow.Columns.Id, BudgetShardRow.Columns.RuleId, JoinOperator.LeftOuter);
        shards.EntityAlias = ShardRow;
        shards.Columns = new ColumnSet(BudgetShardRow.Columns.Id);
        shards.LinkCriteria.AddCondition(BudgetShardRow.Columns.State, ConditionOperator.Equal, 0);
    }

    /// <param name="rows">Of one programme.</param>
    /// <param name="run">For the trace.</param>
    public static RuleBook Of(IEnumerable<Entity> rows, StepRun run)
    {
        IEnumerable<IGrouping<Guid, Entity>> rules = rows
            .GroupBy(row => row.Linked<Guid>(RuleRow, EarningRuleRow.Columns.Id))
            .Where(rule => rule.Key != Guid.Empty);
        var entries = new List<RuleEntry>();
        foreach (IGrouping<Guid, Entity> rule in rules)
        {
            if (EntryOf(rule.Key, rule.ToArray()) is { } entry) entries.Add(entry);
            else run.Trace($"The earning rule {rule.Key:D} is left out: its settings say nothing usable.");
        }

        return entries.Count == 0 ? RuleBook.Empty : new RuleBook(entries);
    }

    private static RuleEntry? EntryOf(Guid id, IReadOnlyList<Entity> rows)
    {
        EarningRuleRow row = Unlinked(rows[0]);
        if (EarningRule.ParseWeekdays(row.Weekdays) is not { } weekdays) return null;
        if (!Enum.IsDefined(typeof(RuleKind), (RuleKind)row.Kind)) return null;
        bool isInRange = row.Multiplier is null or (>= 0m and <= EarningRule.HighestMultiplier)
            && (row.Points ?? 0) >= 0;
        bool lacksTier = row.MinTierId is not null && !rows[0].Contains(TierRow + "." + LoyaltyTierRow.Columns.Rank);
        if (!isInRange || lacksTier) return null;
        return new RuleEntry
        {
            Rule = RuleOf(id, row, weekdays, rows[0].Linked<int>(TierRow, LoyaltyTierRow.Columns.Rank)),
            Name = row.Name ?? "",
            HasBudget = row.Budget is not null,
            Shards = rows
                .Select(one => one.Linked<Guid>(ShardRow, BudgetShardRow.Columns.Id))
                .Where(shard => shard != Guid.Empty)
                .Distinct()
                .OrderBy(shard => shard)
                .ToArray(),
        };
    }

    private static EarningRule RuleOf(Guid id, EarningRuleRow row, IReadOnlyList<int> weekdays, int tierRank) => new()
    {
        Id = id,
        Kind = (RuleKind)row.Kind,
        Multiplier = row.Multiplier ?? 1m,
        Points = row.Points ?? 0,
        ProductId = row.ProductId?.Id,
        FamilyId = row.ProductFamilyId?.Id,
        MinimumAmount = row.MinimumAmount,
        MinimumTierRank = row.MinTierId is null ? null : tierRank,
        Buyer = row.CustomerType is { } type and > 0 ? (CustomerKind)type : null,
        Weekdays = weekdays,
        ValidFrom = DayOf(row.ValidFrom),
        ValidTo = DayOf(row.ValidTo),
        Priority = row.Priority ?? 0,
        IsStackable = row.Stackable ?? false,
        BudgetPolicy = (BudgetPolicy)(row.BudgetPolicy ?? 0),
    };

    private static EarningRuleRow Unlinked(Entity row)
    {
        string prefix = RuleRow + ".";
        var rule = new EarningRuleRow();
        foreach (KeyValuePair<string, object> column in row.Attributes)
        {
            if (column.Value is AliasedValue linked && column.Key.StartsWith(prefix, StringComparison.Ordinal))
                rule[linked.AttributeLogicalName] = linked.Value;
        }

        return rule;
    }

    private static Day? DayOf(DateTime? date) => date is { } day ? Day.Of(day) : null;

    private static ColumnSet Columns() => new(
        EarningRuleRow.Columns.Id, EarningRuleRow.Columns.Name, EarningRuleRow.Columns.Kind,
        EarningRuleRow.Columns.Multiplier, EarningRuleRow.Columns.Points, EarningRuleRow.Columns.ProductId,
        EarningRuleRow.Columns.ProductFamilyId, EarningRuleRow.Columns.MinimumAmount,
        EarningRuleRow.Columns.MinTierId, EarningRuleRow.Columns.CustomerType, EarningRuleRow.Columns.Weekdays,
        EarningRuleRow.Columns.ValidFrom, EarningRuleRow.Columns.ValidTo, EarningRuleRow.Columns.Priority,
        EarningRuleRow.Columns.Stackable, EarningRuleRow.Columns.Budget, EarningRuleRow.Columns.BudgetPolicy);
}
