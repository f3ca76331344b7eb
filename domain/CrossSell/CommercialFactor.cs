using System;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>
/// What the seller gains from a product, as factors of its score; 1 where the catalogue says nothing. Each of them is
/// shown beside the recommendation.
/// </summary>
public sealed record CommercialFactor(double Margin, double Price, double Stock, double Priority)
{
    private const double Percent = 100;

    public static CommercialFactor None { get; } = new(1, 1, 1, 1);

    public double Total => Margin * Price * Stock * Priority;

    /// <param name="dearest">Highest price among the candidates; 0 where none is known.</param>
    public static CommercialFactor Of(ProductFacts product, RecommendSettings settings, decimal dearest) => new(
        Raised(settings.MarginWeight, MarginOf(product)),
        Raised(settings.PriceWeight, dearest > 0 ? (double)((product.Price ?? 0) / dearest) : 0),
        product.Stock <= 0 ? 1 / (1 + settings.StockWeight / Percent) : 1,
        Raised(settings.PriorityWeight, Within(0, (product.Priority ?? 0) / Percent)));

    private static double Raised(int weight, double share) => Math.Max(0.01, 1 + weight / Percent * share);

    private static double MarginOf(ProductFacts product) =>
        product.Price is { } price && product.Cost is { } cost && price > 0 && cost > 0
            ? Within(-1, (double)((price - cost) / price))
            : 0;

    private static double Within(double lowest, double share) => Math.Max(lowest, Math.Min(1, share));
}
