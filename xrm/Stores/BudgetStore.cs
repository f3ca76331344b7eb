using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Stores;

/// <summary>
/// Shares of budgets. They are locked after the member and before anything of them is read; three requests whatever the
/// number of rules.
/// </summary>
internal sealed class BudgetStore
{
    private const string Shard = "shard";

    private readonly IOrganizationService service;

    public BudgetStore(IOrganizationService service) => this.service = service;

    /// <summary>The shares of these rules' budgets that a member draws on, in the order of the rules' ids; rules
    /// without a budget have none.</summary>
    public IReadOnlyList<BudgetShare> SharesOf(IReadOnlyList<Guid> ruleIds, Guid memberId)
    {
        var query = new QueryExpression(EarningRuleRow.Table)
        {
            ColumnSet = new ColumnSet(EarningRuleRow.Columns.Name, EarningRuleRow.Columns.BudgetPolicy),
        };
        query.Criteria.AddCondition(
            EarningRuleRow.Columns.Id, ConditionOperator.In, ruleIds.Cast<object>().ToArray());
        query.Criteria.AddCondition(EarningRuleRow.Columns.Budget, ConditionOperator.NotNull);
        LinkEntity shards = query.AddLink(
            BudgetShardRow.Table, EarningRuleRow.Columns.Id, BudgetShardRow.Columns.RuleId, JoinOperator.LeftOuter);
        shards.EntityAlias = Shard;
        shards.Columns = new ColumnSet(BudgetShardRow.Columns.Id);
        shards.LinkCriteria.AddCondition(BudgetShardRow.Columns.State, ConditionOperator.Equal, 0);
        return service.RetrieveMultiple(query).Entities
            .GroupBy(row => row.Id)
            .OrderBy(rows => rows.Key.ToString("N"), StringComparer.Ordinal)
            .Select(rows => EntryOf(rows.ToArray()).ShareFor(memberId))
            .ToArray();
    }

    private static RuleEntry EntryOf(IReadOnlyList<Entity> rows)
    {
        EarningRuleRow rule = rows[0].ToEntity<EarningRuleRow>();
        return new RuleEntry
        {
            Rule = new EarningRule { Id = rule.Id, BudgetPolicy = (BudgetPolicy)(rule.BudgetPolicy ?? 0) },
            Name = rule.Name ?? "",
            HasBudget = true,
            Shards = rows
                .Select(row => row.Linked<Guid>(Shard, BudgetShardRow.Columns.Id))
                .Where(id => id != Guid.Empty)
                .OrderBy(id => id)
                .ToArray(),
        };
    }

    /// <param name="shards">In the order of their rules' ids, so that nobody waits for whom he blocks.</param>
    /// <param name="posting">Written down as the reason of the lock.</param>
    public IReadOnlyDictionary<Guid, BudgetShardRow> LockAndRead(IReadOnlyList<Guid> shards, SourceKey posting)
    {
        if (shards.Count == 0) return new Dictionary<Guid, BudgetShardRow>();
        Write(shards.Select(id => new BudgetShardRow { Id = id, PostingLock = posting.ToString() }).ToArray());
        var query = new QueryExpression(BudgetShardRow.Table)
        {
            ColumnSet = new ColumnSet(
                BudgetShardRow.Columns.Limit, BudgetShardRow.Columns.Spent, BudgetShardRow.Columns.Shortfall),
        };
        query.Criteria.AddCondition(
            BudgetShardRow.Columns.Id, ConditionOperator.In, shards.Cast<object>().ToArray());
        return service.RetrieveMultiple(query).Entities
            .Select(row => row.ToEntity<BudgetShardRow>())
            .ToDictionary(row => row.Id);
    }

    public void Write(IReadOnlyList<BudgetShardRow> shards)
    {
        if (shards.Count == 0) return;
        Entity[] rows = shards.Select(shard => shard.Plain()).ToArray();
        if (rows.Length == 1) service.Update(rows[0]);
        else
        {
            var targets = new EntityCollection(rows) { EntityName = BudgetShardRow.Table };
            service.Execute(new UpdateMultipleRequest { Targets = targets });
        }
    }

    /// <summary>The share of a rule's budget, made or changed with the rule.</summary>
    public void Keep(Guid ruleId, string name, int? budget)
    {
        var query = new QueryExpression(BudgetShardRow.Table) { ColumnSet = new ColumnSet(BudgetShardRow.Columns.Id) };
        query.Criteria.AddCondition(BudgetShardRow.Columns.RuleId, ConditionOperator.Equal, ruleId);
        query.AddOrder(BudgetShardRow.Columns.Number, OrderType.Ascending);
        Entity? first = service.RetrieveMultiple(query).Entities.FirstOrDefault();
        if (first is not null) service.Update(new BudgetShardRow { Id = first.Id, Limit = budget ?? 0 }.Plain());
        else if (budget is not null) service.Create(FirstShare(ruleId, name, budget.Value).Plain());
    }

    private static BudgetShardRow FirstShare(Guid ruleId, string name, int budget) => new()
    {
        Name = name,
        RuleId = new EntityReference(EarningRuleRow.Table, ruleId),
        Key = ruleId.ToString("N") + "-0",
        Number = 0,
        Limit = budget,
        Spent = 0,
    };
}
