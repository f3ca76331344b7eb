namespace CrmExtensions.Domain.Churn;

/// <summary>Whether a model's probabilities may be shown; every other verdict says why the rule is shown
/// instead.</summary>
public enum GateVerdict
{
    Passed = 0,
    ModelNotFitted = 1,
    HistoryTooShort = 2,
    TooFewCustomersWithOrder = 3,
    TooFewCustomersWithoutOrder = 4,
    NoBetterThanBaseRate = 5,
    RanksNoBetterThanChance = 6,

    /// <summary>No model run exists yet.</summary>
    NotTrained = 7,

    /// <summary>Who has been silent for longest tells as much.</summary>
    NoBetterThanTimeRule = 8,
}
