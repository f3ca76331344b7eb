namespace CrmExtensions.Domain.Churn;

/// <summary>How far winning a customer back may go.</summary>
public sealed record WinBackSettings
{
    /// <summary>An offer costs at most this share of what an active customer would be worth; default 0.1.</summary>
    public decimal OfferShare { get; init; } = 0.1m;

    /// <summary>No offer is higher, base currency; default 100.</summary>
    public decimal MostOffer { get; init; } = 100;

    /// <summary>An order within so many days counts as a success; default 60.</summary>
    public int SuccessDays { get; init; } = 60;

    /// <summary>Share of the customers who get nothing, so that the rest has something to be compared with, per cent;
    /// default 20.</summary>
    public int UntreatedPercent { get; init; } = 20;

    public bool AreSound => OfferShare is >= 0 and <= 1 && MostOffer >= 0 && SuccessDays > 0
        && UntreatedPercent is >= 0 and <= 90;
}
