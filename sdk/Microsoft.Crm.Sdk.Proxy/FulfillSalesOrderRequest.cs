using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Crm2011)]
public sealed class FulfillSalesOrderRequest : OrganizationRequest
{
    public FulfillSalesOrderRequest()
    {
        RequestName = "FulfillSalesOrder";
        OrderClose = null;
        Status = null;
    }

    public Entity OrderClose
    {
        get => Parameters.Read<Entity>(nameof(OrderClose));
        set => Parameters[nameof(OrderClose)] = value;
    }

    public OptionSetValue Status
    {
        get => Parameters.Read<OptionSetValue>(nameof(Status));
        set => Parameters[nameof(Status)] = value;
    }
}
