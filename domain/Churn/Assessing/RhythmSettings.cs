namespace CrmExtensions.Domain.Churn;

/// <summary>
/// What a customer's own rhythm says, whatever a model says of everybody: the same silence is nothing for who orders
/// twice a year and a signal for who orders every month.
/// </summary>
public sealed record RhythmSettings
{
    /// <summary>No risk before so many mean gaps of silence; default 1.25.</summary>
    public double Earliest { get; init; } = 1.25;

    /// <summary>Medium risk at the latest after so many, for customers whose gaps are regular; default 2.25.</summary>
    public double LatestMedium { get; init; } = 2.25;

    public bool AreInOrder => Earliest > 0 && LatestMedium > Earliest && LatestMedium <= 100;

    internal RiskDates Bound(RiskDates dates, CustomerStatistics customer)
    {
        if (customer.MeanGapDays is not { } gap) return dates;
        Day After(double gaps) => customer.LastDay.AddDays(
            (int)System.Math.Min(RiskDates.FurthestDays, System.Math.Ceiling(gaps * gap)));
        RiskDates later = dates.NotBefore(After(Earliest));
        return GapRegularity.Of(customer) > 1 ? later.MediumAtLatest(After(LatestMedium)) : later;
    }
}
