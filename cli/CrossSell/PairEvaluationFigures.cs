using CrmExtensions.Domain.CrossSell;

namespace CrmExtensions.Cli.CrossSell;

/// <summary>What `crmx crosssell evaluate` prints; the names are the keys of its JSON.</summary>
internal sealed record PairEvaluationFigures
{
    public string Protocol { get; init; } = "";

    public string Ranker { get; init; } = "";

    /// <summary>Test baskets with two known products, or customers with a basket to be foretold.</summary>
    public int Cases { get; init; }

    public double Hit10 { get; init; }

    public double Ndcg10 { get; init; }

    public double Recall10 { get; init; }

    public required RankingFigures Popularity { get; init; }

    public required RankingGateFigures Gate { get; init; }

    /// <summary>Of counting the training baskets.</summary>
    public double FitCpuSeconds { get; init; }

    public int Pairs { get; init; }

    public static PairEvaluationFigures Of(RankingComparison comparison) => new()
    {
        Cases = comparison.Ranker.Cases,
        Hit10 = comparison.Ranker.HitRate,
        Ndcg10 = comparison.Ranker.Ndcg,
        Recall10 = comparison.Ranker.Recall,
        Popularity = new RankingFigures(
            comparison.Popularity.HitRate, comparison.Popularity.Ndcg, comparison.Popularity.Recall),
        Gate = RankingGateFigures.Of(comparison, hasModel: true),
    };

    internal sealed record RankingFigures(double Hit10, double Ndcg10, double Recall10);
}
