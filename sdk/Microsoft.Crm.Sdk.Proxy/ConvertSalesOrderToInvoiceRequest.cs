using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Crm2011)]
public sealed class ConvertSalesOrderToInvoiceRequest : OrganizationRequest
{
    public ConvertSalesOrderToInvoiceRequest()
    {
        RequestName = "ConvertSalesOrderToInvoice";
        SalesOrderId = Guid.Empty;
    }

    public Guid SalesOrderId
    {
        get => Parameters.Read<Guid>(nameof(SalesOrderId));
        set => Parameters[nameof(SalesOrderId)] = value;
    }

    public ColumnSet ColumnSet
    {
        get => Parameters.Read<ColumnSet>(nameof(ColumnSet));
        set => Parameters[nameof(ColumnSet)] = value;
    }

    public EntityReference ProcessInstanceId
    {
        get => Parameters.Read<EntityReference>(nameof(ProcessInstanceId));
        set => Parameters[nameof(ProcessInstanceId)] = value;
    }
}
