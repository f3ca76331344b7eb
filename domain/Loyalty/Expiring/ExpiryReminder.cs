namespace CrmExtensions.Domain.Loyalty;

/// <summary>Members are told, so many days ahead, what ends on a day.</summary>
public sealed record ExpiryReminder
{
    public int DaysBefore { get; init; }
    public Day ExpiresOn { get; init; }
    public int Points { get; init; }
}
