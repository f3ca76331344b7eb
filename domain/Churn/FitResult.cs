namespace CrmExtensions.Domain.Churn;

/// <summary>Whether a fit has found a model.</summary>
public enum FitResult
{
    Fitted = 0,

    /// <summary>Fewer than <see cref="PurchaseFit.FewestCustomers"/>: recency, frequency and value say as
    /// much.</summary>
    TooFewCustomers = 1,

    /// <summary>Nobody has ordered twice, so nothing tells a rhythm from leaving.</summary>
    NobodyOrderedTwice = 2,

    /// <summary>A parameter ran out of [e^-9, e^9]: the data do not determine it.</summary>
    NotDetermined = 3,
}
