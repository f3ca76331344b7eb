using System;
using System.ServiceModel;
using Dataverse.Local.Async;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Workflows;

/// <summary>
/// Background workflows: every call of an activity is its own transaction. A refusal of an activity fails the job, any
/// other fault suspends it, so that somebody may mend the cause and resume it (it then begins anew).
/// </summary>
internal sealed class WorkflowJobs : IJobRunner
{
    public JobType Type => JobType.Workflow;

    public JobOutcome Run(Engine engine, SystemJob job, JobRow row)
    {
        try
        {
            Entity workflow = JobStore.Read(
                engine, session => WorkflowRows.Get(engine, session, row.Workflow!.Id));
            Execute(engine, row, workflow);
            return workflow.GetAttributeValue<bool>("asyncautodelete")
                ? JobOutcome.SucceededAndGone
                : JobOutcome.Succeeded;
        }
        catch (FaultException<OrganizationServiceFault> fault) when (MaySuspend(fault.Detail))
        {
            return JobOutcome.Suspended(fault.Detail);
        }
    }

    private static void Execute(Engine engine, JobRow row, Entity workflow)
    {
        Caller caller = row.CallerOf(engine);
        MessageEvent seen = WorkflowRows.Event(workflow.Id, row.Regarding!);
        Operation operation = Operation.OfKept(engine, caller, seen, row.Id, row.CreatedOn);
        WorkflowRun run = new(operation, row.Regarding!, new PipelineClient(engine, caller));
        run.Execute(workflow.GetAttributeValue<string>("xaml") ?? "");
    }

    private static bool MaySuspend(OrganizationServiceFault fault) =>
        JobOutcome.StatusOf(fault) is null
        && fault.ErrorCode is not (ErrorCodes.SdkCorrelationTokenDepthTooHigh or ErrorCodes.IsvUnexpected
            or ErrorCodes.NotSupported);
}
