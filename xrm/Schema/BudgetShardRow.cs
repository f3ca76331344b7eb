using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

/// <summary><see cref="Columns.Key"/> is <c>{rule:N}-{number}</c>. Locked last, after the members.</summary>
[EntityLogicalName(Table)]
internal sealed class BudgetShardRow : Entity
{
    public const string Table = "crmx_budgetshard";

    public BudgetShardRow()
        : base(Table)
    {
    }

    public string Name { get => this.Text(Columns.Name)!; set => this[Columns.Name] = value; }
    public EntityReference RuleId { get => this.Link(Columns.RuleId)!; set => this[Columns.RuleId] = value; }
    public string Key { get => this.Text(Columns.Key)!; set => this[Columns.Key] = value; }
    public int Number { get => this.Whole(Columns.Number) ?? 0; set => this[Columns.Number] = value; }
    public int? Limit { get => this.Whole(Columns.Limit); set => this[Columns.Limit] = value; }
    public int? Spent { get => this.Whole(Columns.Spent); set => this[Columns.Spent] = value; }
    public int? Shortfall { get => this.Whole(Columns.Shortfall); set => this[Columns.Shortfall] = value; }
    public string? PostingLock { set => this[Columns.PostingLock] = value; }

    public static class Columns
    {
        public const string Id = "crmx_budgetshardid", State = "statecode", Name = "crmx_name", RuleId = "crmx_ruleid";
        public const string Key = "crmx_key", Number = "crmx_number", Limit = "crmx_limit", Spent = "crmx_spent";
        public const string Shortfall = "crmx_shortfall", PostingLock = "crmx_postinglock";
    }
}
