using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Metadata;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Xrm2011)]
public sealed class UpdateAttributeRequest : OrganizationRequest
{
    public UpdateAttributeRequest()
    {
        RequestName = "UpdateAttribute";
        Attribute = null;
        EntityName = null;
        MergeLabels = false;
    }

    public AttributeMetadata Attribute
    {
        get => Parameters.Read<AttributeMetadata>(nameof(Attribute));
        set => Parameters[nameof(Attribute)] = value;
    }

    public string EntityName
    {
        get => Parameters.Read<string>(nameof(EntityName));
        set => Parameters[nameof(EntityName)] = value;
    }

    public bool MergeLabels
    {
        get => Parameters.Read<bool>(nameof(MergeLabels));
        set => Parameters[nameof(MergeLabels)] = value;
    }

    public string SolutionUniqueName
    {
        get => Parameters.Read<string>(nameof(SolutionUniqueName));
        set => Parameters[nameof(SolutionUniqueName)] = value;
    }
}
