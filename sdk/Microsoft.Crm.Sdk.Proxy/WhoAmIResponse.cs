using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Crm2011)]
public sealed class WhoAmIResponse : OrganizationResponse
{
    public Guid BusinessUnitId => Results.Read<Guid>(nameof(BusinessUnitId));

    public Guid OrganizationId => Results.Read<Guid>(nameof(OrganizationId));

    public Guid UserId => Results.Read<Guid>(nameof(UserId));
}
