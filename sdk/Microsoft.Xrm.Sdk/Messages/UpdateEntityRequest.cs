using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Metadata;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Xrm2011)]
public sealed class UpdateEntityRequest : OrganizationRequest
{
    public UpdateEntityRequest()
    {
        RequestName = "UpdateEntity";
        Entity = null;
        MergeLabels = false;
    }

    public EntityMetadata Entity
    {
        get => Parameters.Read<EntityMetadata>(nameof(Entity));
        set => Parameters[nameof(Entity)] = value;
    }

    public bool MergeLabels
    {
        get => Parameters.Read<bool>(nameof(MergeLabels));
        set => Parameters[nameof(MergeLabels)] = value;
    }

    public bool? HasActivities
    {
        get => Parameters.Read<bool?>(nameof(HasActivities));
        set => Parameters[nameof(HasActivities)] = value;
    }

    public bool? HasFeedback
    {
        get => Parameters.Read<bool?>(nameof(HasFeedback));
        set => Parameters[nameof(HasFeedback)] = value;
    }

    public bool? HasNotes
    {
        get => Parameters.Read<bool?>(nameof(HasNotes));
        set => Parameters[nameof(HasNotes)] = value;
    }

    public string SolutionUniqueName
    {
        get => Parameters.Read<string>(nameof(SolutionUniqueName));
        set => Parameters[nameof(SolutionUniqueName)] = value;
    }
}
