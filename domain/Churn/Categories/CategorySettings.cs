namespace CrmExtensions.Domain.Churn;

/// <summary>When a category that a customer dropped is worth a warning.</summary>
public sealed record CategorySettings
{
    /// <summary>Length of each of the two stretches; default 180 days.</summary>
    public int Days { get; init; } = 180;

    /// <summary>The total has kept at least this share of its value; default 0.8. Below it the customer as a whole is
    /// the news.</summary>
    public decimal KeptShare { get; init; } = 0.8m;

    /// <summary>The category made up at least this share of the earlier value; default 0.1.</summary>
    public decimal SmallestShare { get; init; } = 0.1m;

    /// <summary>Order days with it in the earlier stretch; default 3, because none after three is chance in one of
    /// twenty cases.</summary>
    public int FewestOrderDays { get; init; } = 3;

    /// <summary>It counts as dropped below this share of its earlier value; default 0.2.</summary>
    public decimal DroppedBelow { get; init; } = 0.2m;

    public bool AreSound => Days > 0 && KeptShare > 0 && SmallestShare is >= 0 and <= 1 && FewestOrderDays > 0
        && DroppedBelow >= 0 && DroppedBelow < KeptShare;
}
