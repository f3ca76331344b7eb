using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Xrm2011)]
public sealed class CreateResponse : OrganizationResponse
{
    public Guid id => Results.Read<Guid>("id");
}
