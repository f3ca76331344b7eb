using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Crm2011)]
public sealed class WinQuoteRequest : OrganizationRequest
{
    public WinQuoteRequest()
    {
        RequestName = "WinQuote";
        QuoteClose = null;
        Status = null;
    }

    public Entity QuoteClose
    {
        get => Parameters.Read<Entity>(nameof(QuoteClose));
        set => Parameters[nameof(QuoteClose)] = value;
    }

    public OptionSetValue Status
    {
        get => Parameters.Read<OptionSetValue>(nameof(Status));
        set => Parameters[nameof(Status)] = value;
    }
}
