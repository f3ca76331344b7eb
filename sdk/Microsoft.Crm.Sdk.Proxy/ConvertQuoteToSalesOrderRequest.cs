using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Crm2011)]
public sealed class ConvertQuoteToSalesOrderRequest : OrganizationRequest
{
    public ConvertQuoteToSalesOrderRequest()
    {
        RequestName = "ConvertQuoteToSalesOrder";
        QuoteId = Guid.Empty;
    }

    public Guid QuoteId
    {
        get => Parameters.Read<Guid>(nameof(QuoteId));
        set => Parameters[nameof(QuoteId)] = value;
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

    public DateTime QuoteCloseDate
    {
        get => Parameters.Read<DateTime>(nameof(QuoteCloseDate));
        set => Parameters[nameof(QuoteCloseDate)] = value;
    }

    public string QuoteCloseDescription
    {
        get => Parameters.Read<string>(nameof(QuoteCloseDescription));
        set => Parameters[nameof(QuoteCloseDescription)] = value;
    }

    public OptionSetValue QuoteCloseStatus
    {
        get => Parameters.Read<OptionSetValue>(nameof(QuoteCloseStatus));
        set => Parameters[nameof(QuoteCloseStatus)] = value;
    }

    public string QuoteCloseSubject
    {
        get => Parameters.Read<string>(nameof(QuoteCloseSubject));
        set => Parameters[nameof(QuoteCloseSubject)] = value;
    }
}
