using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Crm2011)]
public sealed class ExecuteWorkflowRequest : OrganizationRequest
{
    public ExecuteWorkflowRequest()
    {
        RequestName = "ExecuteWorkflow";
        EntityId = Guid.Empty;
        WorkflowId = Guid.Empty;
    }

    public Guid EntityId
    {
        get => Parameters.Read<Guid>(nameof(EntityId));
        set => Parameters[nameof(EntityId)] = value;
    }

    public Guid WorkflowId
    {
        get => Parameters.Read<Guid>(nameof(WorkflowId));
        set => Parameters[nameof(WorkflowId)] = value;
    }

    public InputArgumentCollection InputArguments
    {
        get => Parameters.Read<InputArgumentCollection>(nameof(InputArguments));
        set => Parameters[nameof(InputArguments)] = value;
    }
}
