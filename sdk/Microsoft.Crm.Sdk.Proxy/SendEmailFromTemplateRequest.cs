using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Crm2011)]
public sealed class SendEmailFromTemplateRequest : OrganizationRequest
{
    public SendEmailFromTemplateRequest()
    {
        RequestName = "SendEmailFromTemplate";
        TemplateId = Guid.Empty;
        RegardingType = null;
        RegardingId = Guid.Empty;
        Target = null;
    }

    public Guid TemplateId
    {
        get => Parameters.Read<Guid>(nameof(TemplateId));
        set => Parameters[nameof(TemplateId)] = value;
    }

    public string RegardingType
    {
        get => Parameters.Read<string>(nameof(RegardingType));
        set => Parameters[nameof(RegardingType)] = value;
    }

    public Guid RegardingId
    {
        get => Parameters.Read<Guid>(nameof(RegardingId));
        set => Parameters[nameof(RegardingId)] = value;
    }

    public Entity Target
    {
        get => Parameters.Read<Entity>(nameof(Target));
        set => Parameters[nameof(Target)] = value;
    }
}
