using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>
/// Finds all association rules with one consequent (see <see cref="AssociationRule"/>): every product of a frequent set
/// in turn is the consequent of the others. An empty antecedent makes no rule.
/// </summary>
public sealed class RuleMining
{
    private readonly FrequentSets sets;
    private readonly RuleOptions options;
    private readonly int baskets;
    private readonly int[] ranks;
    private readonly int[] nodes;
    private readonly List<AssociationRule> rules = [];

    private RuleMining(FrequentSets sets, RuleOptions options, int baskets)
    {
        this.sets = sets;
        this.options = options;
        this.baskets = baskets;
        ranks = new int[options.Products];
        nodes = new int[options.Products + 1];
    }

    /// <param name="baskets">Numbers of the baskets that count; each once.</param>
    public static MinedRules Of(BasketTable table, IReadOnlyList<int> baskets, RuleOptions options)
    {
        Require.That(options.Support > 0 && options.Support <= 1, "support above 0 up to 1");
        Require.That(options.Confidence > 0 && options.Confidence <= 1, "confidence above 0 up to 1");
        Require.That(options.Products >= 2, "rules of two products at least");
        FrequentSets sets = FrequentSets.Of(table, baskets, options);
        var mining = new RuleMining(sets, options, baskets.Count);
        if (sets.IsComplete) mining.Visit(sets.Root, 0);
        return new MinedRules(mining.Sorted(), sets.Count, sets.IsComplete);
    }

    private void Visit(int node, int size)
    {
        nodes[size] = node;
        if (size > 1) AddRules(node, size);
        for (int i = 0; i < sets.ChildrenOf(node); i++)
        {
            int child = sets.ChildOf(node, i);
            ranks[size] = sets.RankOf(child);
            Visit(child, size + 1);
        }
    }

    private void AddRules(int node, int size)
    {
        int together = sets.BasketsOf(node);
        for (int consequent = 0; consequent < size; consequent++)
        {
            int antecedent = Without(consequent, size);
            int known = sets.BasketsOf(antecedent);
            if (together < options.Confidence * known) continue;
            int product = sets.ProductOf(ranks[consequent]);
            rules.Add(new AssociationRule(ProductsWithout(consequent, size), product, together)
            {
                AntecedentBaskets = known,
                ConsequentBaskets = sets.BasketsOf(sets.Find(sets.Root, ranks[consequent])),
                Baskets = baskets,
            });
        }
    }

    /// <summary>The node of the present set without one of its products: the way to that product is the same.</summary>
    private int Without(int place, int size)
    {
        int node = nodes[place];
        for (int i = place + 1; i < size; i++) node = sets.Find(node, ranks[i]);
        return node;
    }

    private int[] ProductsWithout(int place, int size) =>
        ranks.Take(size).Where((_, i) => i != place).Select(sets.ProductOf).OrderBy(product => product).ToArray();

    private List<AssociationRule> Sorted()
    {
        rules.Sort((one, other) =>
        {
            // a / b against c / d in whole numbers: two rules of equal confidence must not be told apart by rounding.
            int order = ((long)other.Together * one.AntecedentBaskets).CompareTo(
                (long)one.Together * other.AntecedentBaskets);
            if (order == 0) order = other.Together.CompareTo(one.Together);
            if (order == 0) order = one.Antecedent.Count.CompareTo(other.Antecedent.Count);
            for (int i = 0; order == 0 && i < one.Antecedent.Count; i++)
                order = one.Antecedent[i].CompareTo(other.Antecedent[i]);
            return order != 0 ? order : one.Consequent.CompareTo(other.Consequent);
        });
        return rules;
    }
}
