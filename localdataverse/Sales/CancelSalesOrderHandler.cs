using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Sales;

/// <summary>The only way to the state Canceled.</summary>
internal sealed class CancelSalesOrderHandler()
    : ClosingHandler("CancelSalesOrder", DocumentKind.Order, state: 2, "OrderClose")
{
    protected override OrganizationResponse NewResponse() => new CancelSalesOrderResponse();
}
