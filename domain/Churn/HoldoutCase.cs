namespace CrmExtensions.Domain.Churn;

/// <summary>A customer at the cut-off, with what the days after it brought. Nothing of the former knows the
/// latter.</summary>
public sealed record HoldoutCase
{
    public ObservedOrders Orders { get; init; }

    /// <summary>How many customers are like this one; default 1.</summary>
    public long Customers { get; init; } = 1;

    /// <summary>See <see cref="GapRegularity"/>; default 1.</summary>
    public int OwnRegularity { get; init; } = 1;

    /// <summary>Days with orders up to the cut-off, at least 1.</summary>
    public int OrderDays { get; init; }

    /// <summary>Net value up to the cut-off, base currency.</summary>
    public decimal Value { get; init; }

    /// <summary>Days with orders after the cut-off, 0 or more.</summary>
    public int LaterOrderDays { get; init; }

    /// <summary>Their net value, base currency.</summary>
    public decimal LaterValue { get; init; }
}
