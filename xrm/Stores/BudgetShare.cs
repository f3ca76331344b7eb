using System;
using CrmExtensions.Domain.Loyalty;

namespace CrmExtensions.Xrm.Stores;

/// <summary>The share of a rule's budget that one award draws on, before its lock.</summary>
internal sealed class BudgetShare
{
    public Guid RuleId { get; init; }

    /// <summary>Of the rule, for whoever reads the trace.</summary>
    public string RuleName { get; init; } = "";

    public BudgetPolicy Policy { get; init; }

    /// <summary>Null for a budget that nobody has made a share of: it holds nothing.</summary>
    public Guid? ShardId { get; init; }

    /// <summary>As breakdowns name the rule.</summary>
    public string RuleText => RuleId.ToString("N");
}
