using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Sales;

/// <summary>CancelSalesOrder: the only way to the state Canceled (2).</summary>
internal sealed class CancelSalesOrderHandler : IMessageHandler
{
    private const int Canceled = 2;
    private const int NoMoney = 4;
    private readonly OrderClosing _closing = new(Canceled, NoMoney);

    public string Message => "CancelSalesOrder";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        _closing.Run(request, operation);
        return new CancelSalesOrderResponse();
    }
}
