using System;
using System.Collections.Generic;
using CrmExtensions.Domain.Loyalty;

namespace CrmExtensions.Xrm.Stores;

/// <summary>One earning rule with what only its rows know.</summary>
internal sealed class RuleEntry
{
    public EarningRule Rule { get; init; } = new();

    public string Name { get; init; } = "";

    public bool HasBudget { get; init; }

    /// <summary>Ids of the shares of the budget in order; none where nobody has made them.</summary>
    public IReadOnlyList<Guid> Shards { get; init; } = Array.Empty<Guid>();

    /// <summary>The share that this member spends of: the same for all of the member's awards.</summary>
    public BudgetShare ShareFor(Guid memberId) => new()
    {
        RuleId = Rule.Id,
        RuleName = Name,
        Policy = Rule.BudgetPolicy,
        ShardId = ShardFor(memberId),
    };

    private Guid? ShardFor(Guid memberId) => Shards.Count == 0
        ? null
        : Shards[(int)(BitConverter.ToUInt32(memberId.ToByteArray(), 12) % (uint)Shards.Count)];
}
