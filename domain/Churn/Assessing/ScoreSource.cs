namespace CrmExtensions.Domain.Churn;

/// <summary>What an assessment rests on. The numbers are stored.</summary>
public enum ScoreSource
{
    /// <summary>Nothing was computed.</summary>
    None = 0,

    /// <summary>The fitted model, which passed the gate.</summary>
    Model = 1,

    /// <summary>Days since the last order against the own rhythm, shown as a rule, with the reason for it.</summary>
    Rule = 2,
}
