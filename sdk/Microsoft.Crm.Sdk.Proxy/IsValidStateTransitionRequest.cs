using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Crm2011)]
public sealed class IsValidStateTransitionRequest : OrganizationRequest
{
    public IsValidStateTransitionRequest()
    {
        RequestName = "IsValidStateTransition";
        Entity = null;
        NewState = null;
        NewStatus = 0;
    }

    public EntityReference Entity
    {
        get => Parameters.Read<EntityReference>(nameof(Entity));
        set => Parameters[nameof(Entity)] = value;
    }

    public string NewState
    {
        get => Parameters.Read<string>(nameof(NewState));
        set => Parameters[nameof(NewState)] = value;
    }

    public int NewStatus
    {
        get => Parameters.Read<int>(nameof(NewStatus));
        set => Parameters[nameof(NewStatus)] = value;
    }
}
