namespace CrmExtensions.Domain.CrossSell;

/// <param name="Score">Comparable within one ranking only.</param>
/// <param name="Baskets">Baskets with the product, for ties and for the reason shown.</param>
public sealed record ScoredProduct(string Product, double Score, int Baskets);
