using System;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Plugins;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Async;

/// <summary>Jobs of asynchronous steps: the context as it was when the step was met, run after the commit.</summary>
internal sealed class StepJobs : IJobRunner
{
    public JobType Type => JobType.Step;

    /// <summary>The job and its row, both part of the transaction that is open.</summary>
    public static void Queue(Operation operation, Step step, MessageEvent seen)
    {
        Engine engine = operation.Engine;
        PluginContext context = PluginContext.ForJob(operation, step, seen);
        context.OperationId = engine.Ids.Next();
        JobContext kept = JobContext.Of(context, step);
        JobValueTypes types = JobValueTypes.Of(kept);
        JobDraft draft = new()
        {
            Id = context.OperationId,
            Type = JobType.Step,
            Name = step.Name.Length > 0 ? step.Name : step.PluginType,
            Message = context.MessageName,
            Table = context.PrimaryEntityName,
            Regarding = Regarding(operation, context),
            Data = engine.Database.IsFile ? JobText.Write(kept, types) : null,
        };
        if (HasRow(operation, step))
        {
            draft.More["owningextensionid"] = new EntityReference("sdkmessageprocessingstep", step.Id);
        }

        JobRows.Insert(operation, draft);
        operation.Unit.Add(new SystemJob
        {
            Id = draft.Id,
            Type = JobType.Step,
            Context = context,
            Trace = engine.Recorder.Queued(step),
        });
    }

    public JobOutcome Run(Engine engine, SystemJob job, JobRow row)
    {
        PluginContext context = job.Context ?? Restore(engine, job.Id);
        Step step = engine.Registry.FindStep(context.OwningExtension.Id) ?? throw Missing(context.OwningExtension);
        if (row.BeginsAnew(engine.Now()))
        {
            context.BeginAnew();
        }

        engine.Plugins.Run(context, step);
        return step.DeleteJobOnSuccess ? JobOutcome.SucceededAndGone : JobOutcome.Succeeded;
    }

    private static PluginContext Restore(Engine engine, Guid id)
    {
        string data = JobRows.DataOf(engine, id);
        return data.Length > 0
            ? JobText.Read<JobContext>(data).Restore(engine, id)
            : throw Fault.Because(
                ErrorCodes.InvalidArgument,
                "The data of this system job are gone: it cannot run. Delete it, and repeat what caused it.");
    }

    private static Exception Missing(EntityReference step) => Fault.Because(
        ErrorCodes.ObjectDoesNotExist,
        $"The step '{step.Name}' ({step.Id}) of this system job is not registered any more. Steps that were registered "
            + "directly must be registered again, with the same id, when a file is opened.");

    private static EntityReference? Regarding(Operation operation, PluginContext context) =>
        context.PrimaryEntityId != Guid.Empty && operation.Tables.Find(context.PrimaryEntityName) is not null
            ? new EntityReference(context.PrimaryEntityName, context.PrimaryEntityId)
            : null;

    /// <summary>Steps that were registered directly have no row.</summary>
    private static bool HasRow(Operation operation, Step step) =>
        operation.Session.Exists(operation.Tables.Get("sdkmessageprocessingstep"), step.Id);
}
