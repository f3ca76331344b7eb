namespace Dataverse.Local.Sales;

/// <summary>Header of a quote.</summary>
internal sealed class QuoteRule() : DocumentRule(DocumentKind.Quote);
