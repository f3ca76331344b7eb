namespace Dataverse.Local.Sales;

/// <summary>Lines of an invoice.</summary>
internal sealed class InvoiceLineRule() : LineRule(DocumentKind.Invoice);
