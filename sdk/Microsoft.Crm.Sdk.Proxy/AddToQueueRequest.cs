using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Crm2011)]
public sealed class AddToQueueRequest : OrganizationRequest
{
    public AddToQueueRequest()
    {
        RequestName = "AddToQueue";
        Target = null;
        DestinationQueueId = Guid.Empty;
    }

    public EntityReference Target
    {
        get => Parameters.Read<EntityReference>(nameof(Target));
        set => Parameters[nameof(Target)] = value;
    }

    public Guid DestinationQueueId
    {
        get => Parameters.Read<Guid>(nameof(DestinationQueueId));
        set => Parameters[nameof(DestinationQueueId)] = value;
    }

    public Entity QueueItemProperties
    {
        get => Parameters.Read<Entity>(nameof(QueueItemProperties));
        set => Parameters[nameof(QueueItemProperties)] = value;
    }

    public Guid SourceQueueId
    {
        get => Parameters.Read<Guid>(nameof(SourceQueueId));
        set => Parameters[nameof(SourceQueueId)] = value;
    }
}
