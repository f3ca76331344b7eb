namespace CrmExtensions.Domain.CrossSell;

/// <summary>In how many baskets a product was.</summary>
public sealed record SellerCount(string Product, int Baskets);
