using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Metadata;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Xrm2011)]
public sealed class CreateEntityRequest : OrganizationRequest
{
    public CreateEntityRequest()
    {
        RequestName = "CreateEntity";
        Entity = null;
        HasActivities = false;
        HasNotes = false;
        HasFeedback = false;
        PrimaryAttribute = null;
    }

    public EntityMetadata Entity
    {
        get => Parameters.Read<EntityMetadata>(nameof(Entity));
        set => Parameters[nameof(Entity)] = value;
    }

    public bool HasActivities
    {
        get => Parameters.Read<bool>(nameof(HasActivities));
        set => Parameters[nameof(HasActivities)] = value;
    }

    public bool HasNotes
    {
        get => Parameters.Read<bool>(nameof(HasNotes));
        set => Parameters[nameof(HasNotes)] = value;
    }

    public bool HasFeedback
    {
        get => Parameters.Read<bool>(nameof(HasFeedback));
        set => Parameters[nameof(HasFeedback)] = value;
    }

    public StringAttributeMetadata PrimaryAttribute
    {
        get => Parameters.Read<StringAttributeMetadata>(nameof(PrimaryAttribute));
        set => Parameters[nameof(PrimaryAttribute)] = value;
    }

    public string SolutionUniqueName
    {
        get => Parameters.Read<string>(nameof(SolutionUniqueName));
        set => Parameters[nameof(SolutionUniqueName)] = value;
    }
}
