using System.Collections.Generic;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>For whom, for which lines, and what is known of both.</summary>
public sealed record RecommendQuestion
{
    public Day Today { get; init; }

    public RecommendSettings Settings { get; init; } = RecommendSettings.Default;

    /// <summary>False where the monthly test found pairs no better than top sellers.</summary>
    public bool MayLearn { get; init; } = true;

    public BuyerGroup Group { get; init; }

    /// <summary>Products of the document; empty where only the customer is asked for.</summary>
    public IReadOnlyList<string> Basket { get; init; } = [];

    /// <summary>Families of the products of the document.</summary>
    public IReadOnlyList<string> BasketFamilies { get; init; } = [];

    public IReadOnlyList<OwnedProduct> Owned { get; init; } = [];

    public IReadOnlyList<KnownPair> Pairs { get; init; } = [];

    public TopSellers TopSellers { get; init; } = TopSellers.None;

    /// <summary>Orders of the group, against which its top sellers are counted.</summary>
    public int GroupBaskets { get; init; }

    public Day? CountedFrom { get; init; }

    public Day? CountedTo { get; init; }
}
