namespace CrmExtensions.Domain.Loyalty;

/// <summary>Points that end on one day.</summary>
public sealed record ExpiryRung
{
    public Day ExpiresOn { get; init; }
    public int Points { get; init; }
}
