namespace Dataverse.Local.Sales;

/// <summary>Header of an invoice.</summary>
internal sealed class InvoiceRule() : DocumentRule(DocumentKind.Invoice);
