using System;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Loyalty;

namespace CrmExtensions.Xrm.Stores;

/// <summary>A member row as far as finding it goes. Its balance was read without a lock: never post by it.</summary>
internal sealed class Membership
{
    public Guid Id { get; init; }
    public Guid ProgrammeId { get; init; }

    /// <summary>A deactivated member left the programme: it is neither paid nor enrolled again.</summary>
    public bool IsActive { get; init; }

    public int Balance { get; init; }

    /// <summary>Made by this very transaction: nobody else can have it.</summary>
    public bool IsNew { get; init; }

    /// <summary>Its row does not hold what the ledger wrote: nothing can be posted.</summary>
    public bool IsDamaged { get; init; }

    /// <summary>Whether its key was made for the customer that it hangs on now: after a merge of customers, only the
    /// member of the one that stayed.</summary>
    public bool HoldsCustomersKey { get; init; }

    /// <summary>The member that got the points of this archived one.</summary>
    public Guid? MergedIntoId { get; init; }

    /// <summary>UTC; null where nobody said: joined ever since.</summary>
    public DateTime? JoinedOn { get; init; }

    /// <summary>The tier as it was when the member was found; only name, rank and multiplier are known.</summary>
    public Tier? Tier { get; init; }
    public int Pending { get; init; }
    public int Available { get; init; }
    public Day? NextExpiryOn { get; init; }
    public int NextExpiryPoints { get; init; }

    /// <summary>What can be spent; below zero what is owed.</summary>
    public int Shown => Balance < 0 ? Balance : Available;
}
