using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Metadata;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Xrm2011)]
public sealed class CreateOneToManyRequest : OrganizationRequest
{
    public CreateOneToManyRequest()
    {
        RequestName = "CreateOneToMany";
        Lookup = null;
        OneToManyRelationship = null;
    }

    public LookupAttributeMetadata Lookup
    {
        get => Parameters.Read<LookupAttributeMetadata>(nameof(Lookup));
        set => Parameters[nameof(Lookup)] = value;
    }

    public OneToManyRelationshipMetadata OneToManyRelationship
    {
        get => Parameters.Read<OneToManyRelationshipMetadata>(nameof(OneToManyRelationship));
        set => Parameters[nameof(OneToManyRelationship)] = value;
    }

    public string SolutionUniqueName
    {
        get => Parameters.Read<string>(nameof(SolutionUniqueName));
        set => Parameters[nameof(SolutionUniqueName)] = value;
    }
}
