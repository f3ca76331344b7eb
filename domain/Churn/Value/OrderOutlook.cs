namespace CrmExtensions.Domain.Churn;

/// <summary>What is expected of a customer in the days to come.</summary>
public sealed record OrderOutlook
{
    public ScoreSource Source { get; init; }

    /// <summary>Length of the horizon, above 0.</summary>
    public int Days { get; init; }

    public double ExpectedOrders { get; init; }

    /// <summary>Orders in the horizon if the customer went on as before.</summary>
    public double OrdersAtPastRate { get; init; }

    /// <summary>Actual by expected orders of the back-test; 1 without one.</summary>
    public double ActualByExpected { get; init; } = 1;
}
