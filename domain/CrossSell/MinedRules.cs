using System.Collections.Generic;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>What <see cref="RuleMining"/> has found.</summary>
public sealed class MinedRules
{
    internal MinedRules(IReadOnlyList<AssociationRule> rules, int sets, bool isComplete)
    {
        Rules = rules;
        Sets = sets;
        IsComplete = isComplete;
    }

    /// <summary>Most confident first, then most baskets; empty if the search was given up.</summary>
    public IReadOnlyList<AssociationRule> Rules { get; }

    /// <summary>Frequent sets, of one product and more.</summary>
    public int Sets { get; }

    /// <summary>False if there are more frequent sets than <see cref="RuleOptions.Sets"/>: ask for more support.
    /// </summary>
    public bool IsComplete { get; }
}
