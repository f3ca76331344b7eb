using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.CrossSell;

namespace CrmExtensions.Cli.CrossSell;

/// <summary>What `crmx crosssell rules` prints; the names are the keys of its JSON.</summary>
internal sealed record RuleFigures
{
    public int Lines { get; init; }

    public int OtherLines { get; init; }

    public int MalformedLines { get; init; }

    public int Baskets { get; init; }

    public int Products { get; init; }

    /// <summary>Sets of one product and more that reach the support.</summary>
    public int FrequentSets { get; init; }

    public int Rules { get; init; }

    /// <summary>Of mining; reading the file is not in it.</summary>
    public double MiningCpuSeconds { get; init; }

    public required IReadOnlyList<Rule> TopRules { get; init; }

    public static RuleFigures Of(BasketFile file, MinedRules mined, int top, double cpuSeconds)
    {
        IReadOnlyList<string> products = file.Table.Products;
        return new RuleFigures
        {
            Lines = file.Lines,
            OtherLines = file.OtherLines,
            MalformedLines = file.MalformedLines,
            Baskets = file.Table.Count,
            Products = products.Count,
            FrequentSets = mined.Sets,
            Rules = mined.Rules.Count,
            MiningCpuSeconds = cpuSeconds,
            TopRules = [.. mined.Rules.Take(top).Select(rule => new Rule(
                [.. rule.Antecedent.Select(product => products[product])],
                products[rule.Consequent],
                rule.Together,
                rule.Support,
                rule.Confidence,
                rule.Lift))],
        };
    }

    /// <param name="Together">Baskets with all products of the rule.</param>
    /// <param name="Support">The same as a share of all baskets.</param>
    /// <param name="Confidence">Share of the baskets with the antecedent that hold the consequent too.</param>
    /// <param name="Lift">Times as often as if both sides were bought independently of each other.</param>
    internal sealed record Rule(
        IReadOnlyList<string> Antecedent,
        string Consequent,
        int Together,
        double Support,
        double Confidence,
        double Lift);
}
