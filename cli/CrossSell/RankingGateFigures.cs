using CrmExtensions.Domain.CrossSell;

namespace CrmExtensions.Cli.CrossSell;

/// <summary>Whether learned pairs may be shown, or bestsellers are shown in their place.</summary>
/// <param name="Why">A sentence.</param>
/// <param name="Difference">Hit rate less that of popularity.</param>
/// <param name="StandardError">Of the difference, on the same cases.</param>
internal sealed record RankingGateFigures(bool Passed, string Why, int Cases, double Difference, double StandardError)
{
    public static RankingGateFigures Of(RankingComparison comparison, bool hasModel) => new(
        hasModel && comparison.Verdict == RankingVerdict.Passed,
        hasModel ? Text(comparison) : "popularity is what others are compared with",
        comparison.Ranker.Cases,
        comparison.Difference,
        comparison.StandardError);

    private static string Text(RankingComparison comparison)
    {
        string rates = $"hit rate {comparison.Ranker.HitRate:F3} against {comparison.Popularity.HitRate:F3} of "
            + $"bestsellers, standard error {comparison.StandardError:F4}";
        return comparison.Verdict switch
        {
            RankingVerdict.Passed => $"pairs find more than bestsellers do ({rates})",
            RankingVerdict.TooFewCases =>
                $"only {comparison.Ranker.Cases} cases, {RankingGate.FewestCases} are needed: bestsellers are shown",
            _ => $"pairs find no more than bestsellers do ({rates}): bestsellers are shown",
        };
    }
}
