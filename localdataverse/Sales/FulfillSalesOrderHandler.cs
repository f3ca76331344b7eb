using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Sales;

/// <summary>The only way to the state Fulfilled.</summary>
internal sealed class FulfillSalesOrderHandler()
    : ClosingHandler("FulfillSalesOrder", DocumentKind.Order, state: 3, "OrderClose")
{
    protected override OrganizationResponse NewResponse() => new FulfillSalesOrderResponse();
}
