using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Crm2011)]
public sealed class InitializeFromRequest : OrganizationRequest
{
    public InitializeFromRequest()
    {
        RequestName = "InitializeFrom";
        EntityMoniker = null;
        TargetEntityName = null;
        TargetFieldType = TargetFieldType.All;
    }

    public EntityReference EntityMoniker
    {
        get => Parameters.Read<EntityReference>(nameof(EntityMoniker));
        set => Parameters[nameof(EntityMoniker)] = value;
    }

    public string TargetEntityName
    {
        get => Parameters.Read<string>(nameof(TargetEntityName));
        set => Parameters[nameof(TargetEntityName)] = value;
    }

    public TargetFieldType TargetFieldType
    {
        get => Parameters.Read<TargetFieldType>(nameof(TargetFieldType));
        set => Parameters[nameof(TargetFieldType)] = value;
    }

    public bool SkipParentalRelationshipMapping
    {
        get => Parameters.Read<bool>(nameof(SkipParentalRelationshipMapping));
        set => Parameters[nameof(SkipParentalRelationshipMapping)] = value;
    }
}
