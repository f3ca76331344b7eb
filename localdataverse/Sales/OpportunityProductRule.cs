namespace Dataverse.Local.Sales;

/// <summary>Lines of an opportunity.</summary>
internal sealed class OpportunityProductRule() : LineRule(DocumentKind.Opportunity);
