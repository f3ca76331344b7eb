namespace CrmExtensions.Domain.Churn;

/// <summary>Customers whom the models cannot tell apart: the same x, t_x and T, in weeks.</summary>
public sealed record PurchaseCell
{
    public ObservedOrders Orders { get; init; }

    /// <summary>How many customers; at least 1.</summary>
    public long Customers { get; init; }
}
