namespace CrmExtensions.Domain.Churn;

/// <summary>One group of a win-back, counted; tallies of slices add up.</summary>
public sealed record WinBackTally
{
    public int Customers { get; init; }

    /// <summary>How many ordered within the days that count.</summary>
    public int Reactivated { get; init; }

    /// <summary>Net value of their orders in these days, base currency.</summary>
    public decimal Revenue { get; init; }

    /// <summary>Sum over customers of the squared revenue.</summary>
    public decimal SquaredRevenue { get; init; }

    public double Rate => Customers == 0 ? 0 : Reactivated / (double)Customers;

    /// <param name="revenue">Null for a customer who did not order; otherwise 0 or more.</param>
    public WinBackTally With(decimal? revenue) => new()
    {
        Customers = Customers + 1,
        Reactivated = Reactivated + (revenue is null ? 0 : 1),
        Revenue = Revenue + (revenue ?? 0),
        SquaredRevenue = SquaredRevenue + ((revenue ?? 0) * (revenue ?? 0)),
    };

    public WinBackTally Plus(WinBackTally other) => new()
    {
        Customers = Customers + other.Customers,
        Reactivated = Reactivated + other.Reactivated,
        Revenue = Revenue + other.Revenue,
        SquaredRevenue = SquaredRevenue + other.SquaredRevenue,
    };
}
