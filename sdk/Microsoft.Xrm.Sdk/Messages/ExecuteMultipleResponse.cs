using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Xrm2011)]
public sealed class ExecuteMultipleResponse : OrganizationResponse
{
    public bool IsFaulted => Results.Read<bool>(nameof(IsFaulted));

    public ExecuteMultipleResponseItemCollection Responses =>
        Results.Read<ExecuteMultipleResponseItemCollection>(nameof(Responses));
}
