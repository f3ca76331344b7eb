using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Sales;

/// <summary>The only way to the state Won of a quote.</summary>
internal sealed class WinQuoteHandler() : ClosingHandler("WinQuote", DocumentKind.Quote, state: 2, "QuoteClose")
{
    protected override OrganizationResponse NewResponse() => new WinQuoteResponse();
}
