namespace Dataverse.Local.Sales;

/// <summary>Lines of the order keep their prices.</summary>
internal sealed class LockSalesOrderPricingHandler()
    : PriceLockHandler("LockSalesOrderPricing", DocumentKind.Order, locked: true);
