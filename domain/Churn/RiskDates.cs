namespace CrmExtensions.Domain.Churn;

/// <summary>
/// The days on which a customer who orders nothing more crosses the thresholds. Solved once, at the order: afterwards a
/// flag is a comparison of dates, right on every day without any job.
/// </summary>
public sealed record RiskDates
{
    /// <summary>Nothing is said beyond: parameters will have been fitted anew by then.</summary>
    public const int FurthestDays = 3660;

    private const double DaysPerWeek = 7;

    public static readonly RiskDates None = new();

    /// <summary>First day of medium risk; null if not within ten years of the last order.</summary>
    public Day? MediumOn { get; internal init; }

    public Day? HighOn { get; internal init; }

    public Day? ChurnedOn { get; internal init; }

    /// <param name="model">Its probability falls every day.</param>
    /// <param name="customer">Up to the order that has just been placed.</param>
    /// <param name="thresholds">In order.</param>
    /// <param name="logOdds">What signals add to the log-odds of an order; below 0 every day comes earlier.</param>
    public static RiskDates Of(
        RiskModel model, CustomerStatistics customer, RiskThresholds thresholds, double logOdds = 0)
    {
        Require.That(thresholds.AreInOrder, "thresholds in falling order");
        Day? On(double threshold) =>
            FirstDayBelow(model, customer, thresholds.HorizonDays, LogOdds.Shifted(threshold, -logOdds));
        return new RiskDates
        {
            MediumOn = On(thresholds.Medium),
            HighOn = On(thresholds.High),
            ChurnedOn = On(thresholds.Churned),
        };
    }

    /// <summary>The level of a day, as every view computes it.</summary>
    public RiskLevel LevelOn(Day today) =>
        HighOn <= today ? RiskLevel.High : MediumOn <= today ? RiskLevel.Medium : RiskLevel.Low;

    /// <summary>No date is earlier than this day: before it silence says nothing.</summary>
    public RiskDates NotBefore(Day day) => new()
    {
        MediumOn = MediumOn is { } medium ? Day.Later(medium, day) : null,
        HighOn = HighOn is { } high ? Day.Later(high, day) : null,
        ChurnedOn = ChurnedOn is { } churned ? Day.Later(churned, day) : null,
    };

    internal RiskDates MediumAtLatest(Day day) => this with { MediumOn = Day.Earlier(MediumOn ?? day, day) };

    /// <summary>A definition of churn in days: no date is later than it.</summary>
    public RiskDates ChurnedFrom(Day day) => new()
    {
        MediumOn = Day.Earlier(MediumOn ?? day, day),
        HighOn = Day.Earlier(HighOn ?? day, day),
        ChurnedOn = day,
    };

    private static Day? FirstDayBelow(
        RiskModel model, CustomerStatistics customer, int horizonDays, double threshold)
    {
        double On(int day) => model.ProbabilityOfOrder(
            customer, customer.LastDay.AddDays(day), horizonDays / DaysPerWeek);

        int above = -1, below = FurthestDays;
        if (On(below) >= threshold) return null;
        while (below - above > 1)
        {
            int middle = above + ((below - above) / 2);
            if (On(middle) >= threshold) above = middle;
            else below = middle;
        }

        return customer.LastDay.AddDays(below);
    }
}
