using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Metadata;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Xrm2011)]
public sealed class CreateAttributeRequest : OrganizationRequest
{
    public CreateAttributeRequest()
    {
        RequestName = "CreateAttribute";
        Attribute = null;
        EntityName = null;
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

    public string SolutionUniqueName
    {
        get => Parameters.Read<string>(nameof(SolutionUniqueName));
        set => Parameters[nameof(SolutionUniqueName)] = value;
    }
}
