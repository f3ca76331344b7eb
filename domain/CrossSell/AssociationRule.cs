using System.Collections.Generic;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>
/// "Who buys all of these also buys that": Agrawal, Imielinski and Swami, Mining association rules between sets of
/// items in large databases, SIGMOD 1993. All its figures are counts of baskets.
/// </summary>
public sealed class AssociationRule
{
    /// <param name="antecedent">Numbers of products, ascending.</param>
    /// <param name="together">Baskets with all products of the rule.</param>
    public AssociationRule(IReadOnlyList<int> antecedent, int consequent, int together)
    {
        Antecedent = antecedent;
        Consequent = consequent;
        Together = together;
    }

    public IReadOnlyList<int> Antecedent { get; }

    public int Consequent { get; }

    public int Together { get; }

    /// <summary>Baskets with the antecedent.</summary>
    public int AntecedentBaskets { get; init; }

    /// <summary>Baskets with the consequent.</summary>
    public int ConsequentBaskets { get; init; }

    /// <summary>All baskets that were counted.</summary>
    public int Baskets { get; init; }

    public double Support => (double)Together / Baskets;

    public double Confidence => (double)Together / AntecedentBaskets;

    /// <summary>How many times as often as if both sides were bought independently of each other.</summary>
    public double Lift => Confidence * Baskets / ConsequentBaskets;
}
