namespace CrmExtensions.Xrm.CrossSell;

/// <summary>The numbers of the choice crmx_modelverdict.</summary>
internal enum RankingVerdictCode
{
    NotTested = 0,
    Passed = 1,
    TooFewCases = 2,
    NoBetter = 3,
}
