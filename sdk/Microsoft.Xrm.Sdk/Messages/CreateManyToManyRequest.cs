using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Metadata;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Xrm2011)]
public sealed class CreateManyToManyRequest : OrganizationRequest
{
    public CreateManyToManyRequest()
    {
        RequestName = "CreateManyToMany";
        IntersectEntitySchemaName = null;
        ManyToManyRelationship = null;
    }

    public string IntersectEntitySchemaName
    {
        get => Parameters.Read<string>(nameof(IntersectEntitySchemaName));
        set => Parameters[nameof(IntersectEntitySchemaName)] = value;
    }

    public ManyToManyRelationshipMetadata ManyToManyRelationship
    {
        get => Parameters.Read<ManyToManyRelationshipMetadata>(nameof(ManyToManyRelationship));
        set => Parameters[nameof(ManyToManyRelationship)] = value;
    }

    public string SolutionUniqueName
    {
        get => Parameters.Read<string>(nameof(SolutionUniqueName));
        set => Parameters[nameof(SolutionUniqueName)] = value;
    }
}
