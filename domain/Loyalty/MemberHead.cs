using System;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// The end of a member's ledger, kept on the member row so that a posting costs the same for the first and the
/// ten-thousandth entry. It is a cache: replaying the entries must give exactly this.
/// </summary>
public sealed record MemberHead
{
    public Guid MemberId { get; init; }

    /// <summary>Number of the last entry; 0 before the first.</summary>
    public int Sequence { get; init; }

    /// <summary>Hash of the last entry; <see cref="LedgerHash.Genesis"/> before the first.</summary>
    public string LastHash { get; init; } = LedgerHash.Genesis;

    public int Balance { get; init; }

    public static MemberHead Of(Guid memberId) => new() { MemberId = memberId };
}
