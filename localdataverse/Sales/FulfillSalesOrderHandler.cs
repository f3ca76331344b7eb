using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Sales;

/// <summary>FulfillSalesOrder: the only way to the state Fulfilled (3).</summary>
internal sealed class FulfillSalesOrderHandler : IMessageHandler
{
    private const int Fulfilled = 3;
    private const int Complete = 100001;
    private readonly OrderClosing _closing = new(Fulfilled, Complete);

    public string Message => "FulfillSalesOrder";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        _closing.Run(request, operation);
        return new FulfillSalesOrderResponse();
    }
}
