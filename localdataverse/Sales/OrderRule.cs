namespace Dataverse.Local.Sales;

/// <summary>Header of an order.</summary>
internal sealed class OrderRule() : DocumentRule(DocumentKind.Order);
