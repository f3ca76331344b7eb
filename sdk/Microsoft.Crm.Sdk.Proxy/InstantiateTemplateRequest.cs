using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Crm2011)]
public sealed class InstantiateTemplateRequest : OrganizationRequest
{
    public InstantiateTemplateRequest()
    {
        RequestName = "InstantiateTemplate";
        TemplateId = Guid.Empty;
        ObjectType = null;
        ObjectId = Guid.Empty;
    }

    public Guid TemplateId
    {
        get => Parameters.Read<Guid>(nameof(TemplateId));
        set => Parameters[nameof(TemplateId)] = value;
    }

    public string ObjectType
    {
        get => Parameters.Read<string>(nameof(ObjectType));
        set => Parameters[nameof(ObjectType)] = value;
    }

    public Guid ObjectId
    {
        get => Parameters.Read<Guid>(nameof(ObjectId));
        set => Parameters[nameof(ObjectId)] = value;
    }
}
