namespace CrmExtensions.Domain.Churn;

/// <summary>
/// The rule that stands in for a model: silence as a multiple of the customer's own rhythm. The rhythm is the mean gap,
/// drawn towards the typical one as if that had been one gap more.
/// </summary>
public sealed record RuleSettings
{
    /// <summary>Medium risk from so many rhythms of silence on; default 1.5.</summary>
    public double Medium { get; init; } = 1.5;

    /// <summary>Above <see cref="Medium"/>; default 2 rhythms.</summary>
    public double High { get; init; } = 2;

    /// <summary>Above <see cref="High"/>, at most 100; default 4 rhythms.</summary>
    public double Churned { get; init; } = 4;

    /// <summary>Shortest rhythm in days, so that a daily customer may take a holiday; default 7.</summary>
    public int ShortestRhythmDays { get; init; } = 7;

    public bool AreInOrder => ShortestRhythmDays > 0 && Medium > 0 && High > Medium && Churned > High && Churned <= 100;
}
