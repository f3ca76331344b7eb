using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Crm2011)]
public sealed class MergeRequest : OrganizationRequest
{
    public MergeRequest()
    {
        RequestName = "Merge";
        Target = null;
        SubordinateId = Guid.Empty;
        UpdateContent = null;
        PerformParentingChecks = false;
    }

    public EntityReference Target
    {
        get => Parameters.Read<EntityReference>(nameof(Target));
        set => Parameters[nameof(Target)] = value;
    }

    public Guid SubordinateId
    {
        get => Parameters.Read<Guid>(nameof(SubordinateId));
        set => Parameters[nameof(SubordinateId)] = value;
    }

    public Entity UpdateContent
    {
        get => Parameters.Read<Entity>(nameof(UpdateContent));
        set => Parameters[nameof(UpdateContent)] = value;
    }

    public bool PerformParentingChecks
    {
        get => Parameters.Read<bool>(nameof(PerformParentingChecks));
        set => Parameters[nameof(PerformParentingChecks)] = value;
    }
}
