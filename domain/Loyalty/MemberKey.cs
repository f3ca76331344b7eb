using System;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// Says "this customer in this programme" as text: <c>{programme:N}-{customer:N}</c>. Text and not the customer lookup,
/// because a merge of customers re-parents the lookup and would then break its uniqueness.
/// </summary>
public readonly struct MemberKey : IEquatable<MemberKey>
{
    public MemberKey(Guid programmeId, Guid customerId)
    {
        ProgrammeId = programmeId;
        CustomerId = customerId;
    }

    public Guid ProgrammeId { get; }

    public Guid CustomerId { get; }

    public override string ToString() => ProgrammeId.ToString("N") + "-" + CustomerId.ToString("N");

    public bool Equals(MemberKey other) => ProgrammeId == other.ProgrammeId && CustomerId == other.CustomerId;

    public override bool Equals(object? obj) => obj is MemberKey other && Equals(other);

    public override int GetHashCode() => ProgrammeId.GetHashCode() ^ CustomerId.GetHashCode();
}
