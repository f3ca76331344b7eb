using System;
using System.Collections.Generic;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;

namespace CrmExtensions.Xrm.Stores;

/// <summary>A member after its lock: the head that a posting continues, and the programme that it belongs to.</summary>
internal sealed class LockedMember
{
    /// <summary>Whoever posts has looked before the lock; only this answer counts.</summary>
    public bool IsActive { get; init; }

    /// <summary>Customer, programme, state, life cycle, referral code and what is due next.</summary>
    public LoyaltyMember Row { get; init; } = new();

    public Guid ProgrammeId { get; init; }

    public MemberHead Head { get; init; } = new();

    public RunningProgramme Programme { get; init; } = new();

    /// <summary>The programme's active tiers.</summary>
    public IReadOnlyList<Tier> Tiers { get; init; } = Array.Empty<Tier>();

    public TierStanding Standing { get; init; } = TierStanding.None;

    /// <summary>In the programme's zone.</summary>
    public Day? JoinedOn { get; init; }

    public Day? LastActivityOn { get; init; }

    public Day? FrozenUntil { get; init; }
}
