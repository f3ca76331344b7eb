using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Crm2011)]
public sealed class ExecuteWorkflowResponse : OrganizationResponse
{
    public Guid Id => Results.Read<Guid>(nameof(Id));
}
