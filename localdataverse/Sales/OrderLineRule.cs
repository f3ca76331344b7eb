namespace Dataverse.Local.Sales;

/// <summary>Lines of an order.</summary>
internal sealed class OrderLineRule() : LineRule(DocumentKind.Order);
