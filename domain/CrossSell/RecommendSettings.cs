using System.Collections.Generic;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>What an administrator decides about recommendations, with the defaults.</summary>
public sealed record RecommendSettings
{
    public static RecommendSettings Default { get; } = new();

    public bool IsPaused { get; init; }

    /// <summary>Pairs of fewer baskets are not shown, however large their share.</summary>
    public int MinimumTogether { get; init; } = Affinity.MinimumTogether;

    public int WindowDays { get; init; } = 30;

    public int RejectionMonths { get; init; } = 6;

    public CuratedPolicy CuratedPolicy { get; init; }

    /// <summary>Names or numbers of product families; case does not matter.</summary>
    public IReadOnlyList<string> SensitiveCategories { get; init; } = [];

    public bool SubsidiariesOwn { get; init; }

    /// <summary>Per cent by which a margin of 100 % raises a score.</summary>
    public int MarginWeight { get; init; } = 50;

    /// <summary>Per cent by which the dearest candidate is raised.</summary>
    public int PriceWeight { get; init; }

    /// <summary>Per cent by which a product in stock stands above one out of stock.</summary>
    public int StockWeight { get; init; } = 50;

    /// <summary>Per cent by which a priority of 100 raises a score.</summary>
    public int PriorityWeight { get; init; } = 50;

    /// <summary>Pairs of so many orders are proposed for the product catalogue ...</summary>
    public int ProposalTogether { get; init; } = 20;

    /// <summary>... if they are also so many times as frequent as expected.</summary>
    public double ProposalLift { get; init; } = 2;
}
