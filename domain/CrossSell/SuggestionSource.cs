namespace CrmExtensions.Domain.CrossSell;

/// <summary>Where a suggestion comes from; it is always said.</summary>
public enum SuggestionSource
{
    /// <summary>From pairs of products in past baskets.</summary>
    Learned = 0,

    /// <summary>From the number of baskets alone: nothing better is known.</summary>
    TopSeller = 1,

    /// <summary>From the customer's own purchases of that product.</summary>
    OwnHistory = 2,

    /// <summary>From a relationship that a person put into the product catalogue.</summary>
    Curated = 3,

    /// <summary>From pairs of product families in past baskets.</summary>
    Category = 4,
}
