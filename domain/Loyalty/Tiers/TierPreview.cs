using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>What a re-evaluation would change, for the list that is shown before anybody confirms it.</summary>
public sealed record TierPreview
{
    public Guid MemberId { get; init; }
    public TierDecision Decision { get; init; } = new();

    /// <summary>Only members whose tier would be another one, in the given order.</summary>
    public static IReadOnlyList<TierPreview> Of(
        TierPolicy policy, IEnumerable<TierCandidate> members, Day today) => members
        .Select(member => new TierPreview
        {
            MemberId = member.MemberId,
            Decision = policy.Evaluate(
                member.Standing, member.Status, member.JoinedOn, today, TierReason.Reevaluation),
        })
        .Where(preview => preview.Decision.Before.TierId != preview.Decision.After.TierId)
        .ToArray();
}
