using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.CrossSell;

namespace CrmExtensions.Cli.CrossSell;

/// <summary>What `crmx crosssell fit` prints; the names are the keys of its JSON.</summary>
internal sealed record PairFitFigures
{
    public int Lines { get; init; }

    public int OtherLines { get; init; }

    public int MalformedLines { get; init; }

    public int Baskets { get; init; }

    /// <summary>Baskets with more than one product.</summary>
    public int SharedBaskets { get; init; }

    public int Products { get; init; }

    /// <summary>Kept in the row of at least one of the two products.</summary>
    public int Pairs { get; init; }

    /// <summary>Of counting; reading the file is not in it.</summary>
    public double FitCpuSeconds { get; init; }

    public required IReadOnlyList<PairFigures> TopPairs { get; init; }

    public static PairFitFigures Of(BasketFile file, PairModel model, int top, double cpuSeconds)
    {
        BasketTable table = file.Table;
        return new PairFitFigures
        {
            Lines = file.Lines,
            OtherLines = file.OtherLines,
            MalformedLines = file.MalformedLines,
            Baskets = table.Count,
            SharedBaskets = table.All().Count(basket => table[basket].Count > 1),
            Products = table.Products.Count,
            Pairs = model.Pairs.Pairs,
            FitCpuSeconds = cpuSeconds,
            TopPairs = [.. StrongestPairs.Of(model.Pairs, top).Select(pair => new PairFigures(
                table.Products[pair.One],
                table.Products[pair.Other],
                pair.Evidence.Together,
                pair.Evidence.Lift,
                pair.Evidence.G2))],
        };
    }

    /// <param name="Together">Baskets with both.</param>
    /// <param name="Lift">Times as often as if they were bought independently of each other.</param>
    /// <param name="G2">Log-likelihood ratio; above 10.83 chance is less likely than one in a thousand.</param>
    internal sealed record PairFigures(string One, string Other, int Together, double Lift, double G2);
}
