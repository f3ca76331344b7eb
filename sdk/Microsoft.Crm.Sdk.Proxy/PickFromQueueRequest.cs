using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Crm2011)]
public sealed class PickFromQueueRequest : OrganizationRequest
{
    public PickFromQueueRequest()
    {
        RequestName = "PickFromQueue";
        QueueItemId = Guid.Empty;
        WorkerId = Guid.Empty;
        RemoveQueueItem = false;
    }

    public Guid QueueItemId
    {
        get => Parameters.Read<Guid>(nameof(QueueItemId));
        set => Parameters[nameof(QueueItemId)] = value;
    }

    public Guid WorkerId
    {
        get => Parameters.Read<Guid>(nameof(WorkerId));
        set => Parameters[nameof(WorkerId)] = value;
    }

    public bool RemoveQueueItem
    {
        get => Parameters.Read<bool>(nameof(RemoveQueueItem));
        set => Parameters[nameof(RemoveQueueItem)] = value;
    }
}
