using System;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>The tier that a member has, and until when.</summary>
public sealed record TierStanding
{
    public static readonly TierStanding None = new();

    /// <summary>Null before the first evaluation, and where no tier fits.</summary>
    public Guid? TierId { get; init; }

    public Day Since { get; init; }

    /// <summary>Last day; null for a tier that everybody has.</summary>
    public Day? Until { get; init; }
}
