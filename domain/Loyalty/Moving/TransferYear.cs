namespace CrmExtensions.Domain.Loyalty;

/// <summary>What a member sent in the calendar year of a day.</summary>
public sealed record TransferYear
{
    public Day Today { get; init; }
    public int Transfers { get; init; }
    public int Points { get; init; }
}
