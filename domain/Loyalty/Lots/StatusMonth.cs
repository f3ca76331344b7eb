using System;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>What one month counts towards a tier. Below zero only where returns exceed what is still kept.</summary>
public sealed record StatusMonth
{
    /// <summary>Any day of the month gives its <see cref="Day.MonthNumber"/>.</summary>
    public int MonthNumber { get; init; }

    public int Points { get; init; }

    public int Orders { get; init; }

    internal bool IsNothing => Points == 0 && Orders == 0;

    internal StatusMonth Plus(StatusMonth other) =>
        this with { Points = Bounded((long)Points + other.Points), Orders = Bounded((long)Orders + other.Orders) };

    // A month that counts two billion points is past every threshold: the sum stays at the end of the range.
    private static int Bounded(long sum) => (int)Math.Max(int.MinValue, Math.Min(int.MaxValue, sum));
}
