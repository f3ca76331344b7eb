namespace Dataverse.Local.Sales;

/// <summary>Lines of the invoice keep their prices.</summary>
internal sealed class LockInvoicePricingHandler()
    : PriceLockHandler("LockInvoicePricing", DocumentKind.Invoice, locked: true);
