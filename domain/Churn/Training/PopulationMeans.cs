namespace CrmExtensions.Domain.Churn;

/// <summary>What the customers of a model run are like on average: what a single one is compared with.</summary>
public sealed record PopulationMeans
{
    /// <summary>Median of the mean gaps of repeat customers, days; 90 where nobody ordered twice.</summary>
    public double TypicalGapDays { get; init; } = 90;

    /// <summary>Mean days since the last order.</summary>
    public double SilentDays { get; init; }

    /// <summary>Repeat orders of a customer and week of age.</summary>
    public double RepeatOrdersPerWeek { get; init; }

    /// <summary>Share of customers with a second order, 0 to 1.</summary>
    public double RepeatShare { get; init; }

    /// <summary>Median of the customers' mean order values (ADR 0010), base currency; null without customers.</summary>
    public decimal? TypicalOrderValue { get; init; }
}
