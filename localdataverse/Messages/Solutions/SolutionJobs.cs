using System;
using Dataverse.Local.Async;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Messages.Solutions;

/// <summary>Messages about solutions that nobody waits for: the job sends the message itself, for the caller.</summary>
internal abstract class SolutionJobs : IJobRunner
{
    public abstract JobType Type { get; }

    /// <summary>The job and its row, part of the transaction that is open; returns the row's id.</summary>
    public static Guid Queue(Operation operation, JobType type, SolutionPlan plan)
    {
        JobDraft draft = new()
        {
            Id = operation.Engine.Ids.Next(),
            Type = type,
            Name = operation.Main.Message,
            Message = operation.Main.Message,
            Data = JobText.Write(plan, new JobValueTypes()),
        };
        JobRows.Insert(operation, draft);
        operation.Unit.Add(new SystemJob
        {
            Id = draft.Id,
            Type = type,
            Trace = operation.Engine.Recorder.Queued(draft.Name),
        });
        return draft.Id;
    }

    /// <summary>
    /// Queues an import. The import job gets its id now, so that whoever asked can follow it.
    /// </summary>
    public static ParameterCollection QueueImport(
        OrganizationRequest request, Operation operation, string message)
    {
        SolutionRequests.RefuseUnsupported(request);
        Guid importJob = request.Optional<Guid>("ImportJobId");
        SolutionPlan plan = new()
        {
            Message = message,
            Zip = request.Required<byte[]>("CustomizationFile"),
            ImportJobId = importJob == Guid.Empty ? operation.Engine.Ids.Next() : importJob,
            IsHolding = request.Optional<bool>("HoldingSolution"),
            PublishesWorkflows = request.Optional<bool>("PublishWorkflows"),
            OverwritesUnmanaged = request.Optional<bool>("OverwriteUnmanagedCustomizations"),
        };
        return new ParameterCollection
        {
            ["AsyncOperationId"] = Queue(operation, JobType.ImportSolution, plan),
            ["ImportJobKey"] = plan.ImportJobId.ToString("D"),
        };
    }

    public JobOutcome Run(Engine engine, SystemJob job, JobRow row)
    {
        SolutionPlan plan = JobText.Read<SolutionPlan>(JobRows.DataOf(engine, row.Id));
        new PipelineClient(engine, row.CallerOf(engine)).Execute(plan.ToRequest());
        return JobOutcome.Succeeded;
    }
}
