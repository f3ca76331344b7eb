using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Metadata;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Xrm2011)]
public sealed class CreateOptionSetRequest : OrganizationRequest
{
    public CreateOptionSetRequest()
    {
        RequestName = "CreateOptionSet";
        OptionSet = null;
    }

    public OptionSetMetadataBase OptionSet
    {
        get => Parameters.Read<OptionSetMetadataBase>(nameof(OptionSet));
        set => Parameters[nameof(OptionSet)] = value;
    }

    public string SolutionUniqueName
    {
        get => Parameters.Read<string>(nameof(SolutionUniqueName));
        set => Parameters[nameof(SolutionUniqueName)] = value;
    }
}
