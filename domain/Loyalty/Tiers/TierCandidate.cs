using System;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>A member as an evaluation of tiers sees it.</summary>
public sealed record TierCandidate
{
    public Guid MemberId { get; init; }
    public Day JoinedOn { get; init; }
    public TierStanding Standing { get; init; } = TierStanding.None;
    public StatusBook Status { get; init; } = StatusBook.Empty;
}
