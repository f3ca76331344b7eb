namespace CrmExtensions.Domain.Churn;

/// <summary>
/// One thing that moves a score, as code and values; only what its code names is filled. Its effect comes from the
/// formula of the score itself, computed again with this one thing as it usually is, and is no claim about a cause.
/// </summary>
public sealed record Reason
{
    public ReasonCode Code { get; init; }

    /// <summary>Log-odds of no order that it adds; above 0 it raises the risk, below it lowers it.</summary>
    public double Effect { get; init; }

    public bool RaisesRisk => Effect > 0;

    public decimal? Value { get; init; }

    /// <summary>The same measure in this customer's own past.</summary>
    public decimal? OwnPast { get; init; }

    /// <summary>The same measure over all customers of the model run.</summary>
    public decimal? SegmentMean { get; init; }

    public Day? On { get; init; }

    /// <summary>Month of the year, 1 to 12.</summary>
    public int? FirstMonth { get; init; }

    public int? LastMonth { get; init; }

    public string? Words { get; init; }
}
