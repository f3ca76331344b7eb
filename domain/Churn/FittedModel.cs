namespace CrmExtensions.Domain.Churn;

/// <summary>What became of a fit.</summary>
public sealed class FittedModel
{
    public FitResult Result { get; init; }

    /// <summary>Null unless fitted.</summary>
    public PurchaseModel? Model { get; init; }

    public Estimator Estimator { get; init; }

    public long Customers { get; init; }

    public int Cells { get; init; }

    /// <summary>Without the prior, with the gaps' own term, so that figures compare with published ones.</summary>
    public double LogLikelihood { get; init; }
}
