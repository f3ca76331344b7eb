using System;
using System.Collections.Generic;
using CrmExtensions.Domain.CrossSell;

namespace CrmExtensions.Cli.CrossSell;

/// <summary>One protocol on one file: fit on the training baskets, test on the others.</summary>
internal sealed class PairEvaluation(BasketTable table)
{
    public required string Protocol { get; init; }

    /// <summary>Else the last fifth by date is the test; the next-basket protocols know no such choice.</summary>
    public bool EveryFifth { get; init; }

    public required string Ranker { get; init; }

    /// <summary>Most partners of a product; 0 keeps all.</summary>
    public int Partners { get; init; }

    public PairEvaluationFigures Run()
    {
        bool completion = Protocol.StartsWith("completion", StringComparison.Ordinal);
        BasketSplit split = EveryFifth ? BasketSplit.EveryFifth(table.All()) : BasketSplit.LastFifth(table.All());
        IReadOnlyList<int> training = completion ? split.Training : NextBasketTest.Training(table);

        CpuClock clock = new();
        PairModel? model = Ranker == "popularity"
            ? null
            : new PairModel(PairCounting.Count(table, training, new PairOptions { Partners = Partners }));
        double seconds = clock.Seconds;
        RankingComparison comparison = completion
            ? CompletionTest.Run(table, split, model, Query)
            : NextBasketTest.Run(table, model, onlyNew: Protocol == "next-novel");
        return PairEvaluationFigures.Of(comparison) with
        {
            Protocol = Protocol,
            Ranker = Ranker,
            Gate = RankingGateFigures.Of(comparison, model is not null),
            FitCpuSeconds = seconds,
            Pairs = model?.Pairs.Pairs ?? 0,
        };
    }

    private CompletionQuery Query => Protocol == "completion-one" ? CompletionQuery.One : CompletionQuery.Rest;
}
