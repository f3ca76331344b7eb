using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Crm2011)]
public sealed class RetrieveExchangeRateRequest : OrganizationRequest
{
    public RetrieveExchangeRateRequest()
    {
        RequestName = "RetrieveExchangeRate";
        TransactionCurrencyId = Guid.Empty;
    }

    public Guid TransactionCurrencyId
    {
        get => Parameters.Read<Guid>(nameof(TransactionCurrencyId));
        set => Parameters[nameof(TransactionCurrencyId)] = value;
    }
}
