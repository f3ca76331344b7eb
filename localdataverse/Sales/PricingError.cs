namespace Dataverse.Local.Sales;

/// <summary>Why a line could not be priced; numbers are those of the choice pricingerrorcode.</summary>
internal enum PricingError
{
    None = 0,

    /// <summary>On a header: at least one line has an error.</summary>
    DetailError = 1,
    MissingPriceLevel = 2,
    InactivePriceLevel = 3,
    MissingQuantity = 4,
    MissingUnitPrice = 5,
    MissingUnit = 10,
    ProductNotInPriceLevel = 11,
    MissingPriceLevelAmount = 12,
    MissingPriceLevelPercentage = 13,
    MissingPrice = 14,
    MissingCurrentCost = 15,
    MissingStandardCost = 16,
    InvalidPricingCode = 9,
    InvalidRoundingPolicy = 22,
    InvalidDiscountType = 26,
}
