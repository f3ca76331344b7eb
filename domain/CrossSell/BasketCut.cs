namespace CrmExtensions.Domain.CrossSell;

/// <summary>
/// Longer baskets are cut to 50 products, because pairs grow with the square: spread evenly over the basket in ordinal
/// order, so that no product is left out everywhere, and the same ones whenever the same basket is taken out again.
/// </summary>
public static class BasketCut
{
    public const int MaxBasketSize = 50;

    /// <returns>How many products count.</returns>
    public static int Size(int size, int most = MaxBasketSize) => size < most ? size : most;

    /// <returns>The place in the whole basket of the product with this place in the cut one.</returns>
    public static int Place(int place, int size, int most = MaxBasketSize) =>
        size <= most ? place : (int)((long)place * size / most);
}
