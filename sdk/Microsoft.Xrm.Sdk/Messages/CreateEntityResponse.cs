using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Xrm2011)]
public sealed class CreateEntityResponse : OrganizationResponse
{
    public Guid AttributeId => Results.Read<Guid>(nameof(AttributeId));

    public Guid EntityId => Results.Read<Guid>(nameof(EntityId));
}
