namespace CrmExtensions.Domain.Churn;

/// <summary>From where on a customer is A or B by revenue, by potential and by activity.</summary>
public sealed record SegmentThresholds
{
    /// <summary>Net value of twelve months, base currency; default 10,000.</summary>
    public decimal RevenueA { get; init; } = 10_000;

    /// <summary>Below <see cref="RevenueA"/>; default 1,000.</summary>
    public decimal RevenueB { get; init; } = 1_000;

    /// <summary>Expected value, base currency; default 10,000.</summary>
    public decimal PotentialA { get; init; } = 10_000;

    /// <summary>Below <see cref="PotentialA"/>; default 1,000.</summary>
    public decimal PotentialB { get; init; } = 1_000;

    /// <summary>A up to so many days since the last order; default 90.</summary>
    public int ActivityDaysA { get; init; } = 90;

    /// <summary>B up to so many days, above <see cref="ActivityDaysA"/>; default 365.</summary>
    public int ActivityDaysB { get; init; } = 365;

    public bool AreInOrder => RevenueA > RevenueB && RevenueB >= 0 && PotentialA > PotentialB && PotentialB >= 0
        && ActivityDaysB > ActivityDaysA && ActivityDaysA >= 0;

    /// <param name="measures">Null for a customer who never ordered, who is C in revenue and activity.</param>
    /// <param name="expected">Null where nothing is expected.</param>
    public ValueSegment SegmentOf(RfmMeasures? measures, CustomerValue? expected)
    {
        Require.That(AreInOrder, "A above B");
        decimal revenue = measures?.Monetary ?? 0, potential = expected?.Amount ?? 0;
        int days = measures?.RecencyDays ?? int.MaxValue;
        return new ValueSegment(
            revenue >= RevenueA ? ValueGrade.A : revenue >= RevenueB ? ValueGrade.B : ValueGrade.C,
            potential >= PotentialA ? ValueGrade.A : potential >= PotentialB ? ValueGrade.B : ValueGrade.C,
            days <= ActivityDaysA ? ValueGrade.A : days <= ActivityDaysB ? ValueGrade.B : ValueGrade.C);
    }
}
