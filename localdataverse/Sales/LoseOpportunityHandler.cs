using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Sales;

/// <summary>The only way to the state Lost of an opportunity.</summary>
internal sealed class LoseOpportunityHandler()
    : ClosingHandler("LoseOpportunity", DocumentKind.Opportunity, state: 2, "OpportunityClose")
{
    protected override OrganizationResponse NewResponse() => new LoseOpportunityResponse();
}
