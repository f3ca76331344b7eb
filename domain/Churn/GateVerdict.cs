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
}
