namespace Dataverse.Local.Sales;

/// <summary>Lines of a quote.</summary>
internal sealed class QuoteLineRule() : LineRule(DocumentKind.Quote);
