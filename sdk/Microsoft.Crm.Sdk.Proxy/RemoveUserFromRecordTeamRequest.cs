using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Crm2011)]
public sealed class RemoveUserFromRecordTeamRequest : OrganizationRequest
{
    public RemoveUserFromRecordTeamRequest()
    {
        RequestName = "RemoveUserFromRecordTeam";
        Record = null;
        TeamTemplateId = Guid.Empty;
        SystemUserId = Guid.Empty;
    }

    public EntityReference Record
    {
        get => Parameters.Read<EntityReference>(nameof(Record));
        set => Parameters[nameof(Record)] = value;
    }

    public Guid TeamTemplateId
    {
        get => Parameters.Read<Guid>(nameof(TeamTemplateId));
        set => Parameters[nameof(TeamTemplateId)] = value;
    }

    public Guid SystemUserId
    {
        get => Parameters.Read<Guid>(nameof(SystemUserId));
        set => Parameters[nameof(SystemUserId)] = value;
    }
}
