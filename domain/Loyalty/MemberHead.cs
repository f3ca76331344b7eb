using System;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// The end of a member's ledger, kept on the member row so that a posting costs the same for the first and the
/// ten-thousandth entry. It is a cache: replaying the entries must give exactly this.
/// </summary>
public sealed record MemberHead
{
    private readonly LotBook? lots;

    public Guid MemberId { get; init; }

    /// <summary>Number of the last entry; 0 before the first.</summary>
    public int Sequence { get; init; }

    /// <summary>Hash of the last entry; <see cref="LedgerHash.Genesis"/> before the first.</summary>
    public string LastHash { get; init; } = LedgerHash.Genesis;

    /// <summary>The sum of all entries; below zero the member owes points and has no lots.</summary>
    public int Balance { get; init; }

    /// <summary>The open lots; a head from before there were lots has all its points in the endless one.</summary>
    public LotBook Lots
    {
        get => lots ?? LotBook.Of(LotKey.Endless, Math.Max(0, Balance));
        init => lots = value;
    }

    public StatusBook Status { get; init; } = StatusBook.Empty;

    /// <summary>What the next credits pay first.</summary>
    public long Debt => Math.Max(0, -(long)Balance);

    public static MemberHead Of(Guid memberId) => new() { MemberId = memberId };

    /// <summary>What can be spent on this day: neither held back nor past its last day.</summary>
    public int AvailableOn(Day day) => (int)Lots.AvailableOn(day).Total;

    /// <summary>What is held back on this day.</summary>
    public int PendingOn(Day day) => (int)Lots.PendingOn(day).Total;

    public bool Equals(MemberHead? other) =>
        other is not null
        && MemberId == other.MemberId
        && Sequence == other.Sequence
        && LastHash == other.LastHash
        && Balance == other.Balance
        && Lots.Equals(other.Lots)
        && Status.Equals(other.Status);

    public override int GetHashCode() => MemberId.GetHashCode() ^ (Sequence * 31) ^ Balance;
}
