namespace CrmExtensions.Domain.Churn;

/// <summary>A tenth of the range of probabilities: what was promised there and what came.</summary>
public sealed class CalibrationBin
{
    /// <summary>Lower edge of the bin, 0 to 0.9; the upper one belongs to the next, but 1 to the last.</summary>
    public double From { get; init; }

    public int Customers { get; init; }

    /// <summary>Mean probability; 0 in an empty bin.</summary>
    public double Promised { get; init; }

    /// <summary>Share that ordered; 0 in an empty bin.</summary>
    public double Ordered { get; init; }
}
