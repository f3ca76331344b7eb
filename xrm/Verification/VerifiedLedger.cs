using System;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Jobs;
using CrmExtensions.Xrm.Schema;

namespace CrmExtensions.Xrm.Verification;

/// <summary>What a member's row says beside what its entries give.</summary>
internal sealed class VerifiedLedger
{
    public Guid MemberId { get; init; }

    /// <summary>As the row says it; lots or months that cannot be read count as none.</summary>
    public MemberHead Stored { get; init; } = new();

    public ReplayReport Report { get; init; } = new();

    public bool IsSound => Report.IsSound && Stored.Lots.Total - Stored.Debt == Stored.Balance;

    /// <summary>Expected: from the entries; found: in the row.</summary>
    public string ToJson() => new JsonText()
        .With("member", MemberId.ToString("D"))
        .With("fault", Report.Fault.ToString())
        .With("entry", Report.FaultAt)
        .With("expectedBalance", Report.Balance)
        .With("balance", Stored.Balance)
        .With("expectedLots", Report.Replayed.Lots.Total)
        .With("lots", Stored.Lots.Total)
        .With("expectedEntries", Report.Entries)
        .With("entries", Stored.Sequence)
        .With("head", Stored.LastHash)
        .ToString();

    public HealthFinding Finding() => new()
    {
        Code = HealthFinding.LedgerDiffers,
        SubjectTable = LoyaltyMember.Table,
        SubjectId = MemberId,
        Values = ToJson(),
    };
}
