namespace CrmExtensions.Domain.Churn;

/// <summary>Which parameters a fit looks for.</summary>
public enum Estimator
{
    /// <summary>
    /// The default: the likelihood together with a weak prior (docs/models/churn.md). Never degenerate, and with 25
    /// customers about as good as the likelihood alone with 500.
    /// </summary>
    Map,

    /// <summary>The likelihood alone. It may have no finite maximum; the fit then says so.</summary>
    MaximumLikelihood,
}
