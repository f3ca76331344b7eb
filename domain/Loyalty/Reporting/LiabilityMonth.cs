namespace CrmExtensions.Domain.Loyalty;

/// <summary>Points that end in one month.</summary>
public sealed class LiabilityMonth
{
    /// <summary><c>yyyy-MM</c>; empty for points that never end.</summary>
    public string Name { get; init; } = "";

    public long Points { get; init; }
}
