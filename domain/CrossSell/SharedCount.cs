namespace CrmExtensions.Domain.CrossSell;

/// <summary>Baskets of a product, and those in which it had company.</summary>
public sealed record SharedCount(int Baskets, int Shared);
