using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Sales;

/// <summary>The only way to the state Won of an opportunity.</summary>
internal sealed class WinOpportunityHandler()
    : ClosingHandler("WinOpportunity", DocumentKind.Opportunity, state: 1, "OpportunityClose")
{
    protected override OrganizationResponse NewResponse() => new WinOpportunityResponse();
}
