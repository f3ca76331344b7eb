namespace Dataverse.Local.Sales;

/// <summary>Lines of the order follow the price list again.</summary>
internal sealed class UnlockSalesOrderPricingHandler()
    : PriceLockHandler("UnlockSalesOrderPricing", DocumentKind.Order, locked: false);
