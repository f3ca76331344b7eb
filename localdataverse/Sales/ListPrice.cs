namespace Dataverse.Local.Sales;

/// <summary>What a price list says for a product and unit; without a price the error says why.</summary>
internal sealed record ListPrice(decimal PerUnit, decimal VolumeDiscount, PricingError Error)
{
    public static ListPrice Failed(PricingError error) => new(0m, 0m, error);
}
