namespace CrmExtensions.Domain.CrossSell;

/// <summary>
/// Learned suggestions are shown only where they find the hidden product more often than a list of bestsellers does, by
/// more than chance; else the bestsellers are shown, and the reason is said.
/// </summary>
public static class RankingGate
{
    public const int FewestCases = 30;
    public const double StandardErrors = 2;
}
