using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Sales;

/// <summary>The only way to the state Closed of a quote.</summary>
internal sealed class CloseQuoteHandler() : ClosingHandler("CloseQuote", DocumentKind.Quote, state: 3, "QuoteClose")
{
    protected override OrganizationResponse NewResponse() => new CloseQuoteResponse();
}
