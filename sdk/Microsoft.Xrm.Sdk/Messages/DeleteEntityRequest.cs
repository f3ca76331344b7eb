using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Xrm2011)]
public sealed class DeleteEntityRequest : OrganizationRequest
{
    public DeleteEntityRequest()
    {
        RequestName = "DeleteEntity";
        LogicalName = null;
    }

    public string LogicalName
    {
        get => Parameters.Read<string>(nameof(LogicalName));
        set => Parameters[nameof(LogicalName)] = value;
    }
}
