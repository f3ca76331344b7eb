using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Xrm2011)]
public sealed class CreateAttributeResponse : OrganizationResponse
{
    public Guid AttributeId => Results.Read<Guid>(nameof(AttributeId));
}
