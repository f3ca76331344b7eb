namespace Dataverse.Local.Sales;

/// <summary>Lines of the invoice follow the price list again.</summary>
internal sealed class UnlockInvoicePricingHandler()
    : PriceLockHandler("UnlockInvoicePricing", DocumentKind.Invoice, locked: false);
