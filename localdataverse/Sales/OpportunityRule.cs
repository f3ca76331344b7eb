namespace Dataverse.Local.Sales;

/// <summary>Header of an opportunity.</summary>
internal sealed class OpportunityRule() : DocumentRule(DocumentKind.Opportunity);
