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

    /// <summary>False for everything that <see cref="ToString"/> would not write.</summary>
    public static bool TryParse(string? text, out MemberKey key)
    {
        string[] parts = (text ?? "").Split('-');
        bool isKey = Guid.TryParseExact(parts[0], "N", out Guid programme)
            & Guid.TryParseExact(parts[parts.Length - 1], "N", out Guid customer);
        key = isKey ? new MemberKey(programme, customer) : default;
        return isKey && key.ToString() == text;
    }

    public override string ToString() => ProgrammeId.ToString("N") + "-" + CustomerId.ToString("N");

    public bool Equals(MemberKey other) => ProgrammeId == other.ProgrammeId && CustomerId == other.CustomerId;

    public override bool Equals(object? obj) => obj is MemberKey other && Equals(other);

    public override int GetHashCode() => ProgrammeId.GetHashCode() ^ CustomerId.GetHashCode();
}
