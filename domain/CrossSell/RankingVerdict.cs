namespace CrmExtensions.Domain.CrossSell;

/// <summary>Whether a ranker may speak; every other verdict says why popularity does instead.</summary>
public enum RankingVerdict
{
    Passed = 0,
    TooFewCases = 1,
    NoBetterThanPopularity = 2,
}
