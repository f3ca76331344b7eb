using System;
using System.Collections.Generic;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Texts;

namespace CrmExtensions.Xrm.Stores;

/// <summary>A member after its lock: the head that a posting continues, and the programme that it belongs to.</summary>
internal sealed class LockedMember
{
    private readonly MemberHead? head;

    public Guid Id => Row.Id;

    /// <summary>Whoever posts has looked before the lock; only this answer counts.</summary>
    public bool IsActive { get; init; }

    /// <summary>Customer, programme, state, life cycle, referral code and what is due next.</summary>
    public LoyaltyMember Row { get; init; } = new();

    public Guid ProgrammeId { get; init; }

    /// <summary>The customer was forgotten: nothing is given to this member any more.</summary>
    public bool IsErased => Row.Lifecycle == (int)Lifecycle.Erased;

    /// <summary>The member that got the points of this archived one.</summary>
    public Guid? MergedIntoId => Row.MergedIntoId?.Id;

    /// <summary>Whether the row does not hold what the ledger wrote; asked where nothing may fault.</summary>
    public bool IsDamaged => head is null;

    /// <exception cref="BusinessRuleException">The member is damaged.</exception>
    public MemberHead Head => head ?? throw new BusinessRuleException(UserText.LedgerIsDamaged);

    /// <summary>Null for a damaged member.</summary>
    public MemberHead? Found { init => head = value; }

    public RunningProgramme Programme { get; init; } = new();

    /// <summary>The programme's active tiers.</summary>
    public IReadOnlyList<Tier> Tiers { get; init; } = Array.Empty<Tier>();

    public TierStanding Standing { get; init; } = TierStanding.None;

    /// <summary>In the programme's zone.</summary>
    public Day? JoinedOn { get; init; }

    public Day? LastActivityOn { get; init; }

    public Day? FrozenUntil { get; init; }
}
