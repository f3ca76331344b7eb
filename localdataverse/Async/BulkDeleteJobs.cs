using System;
using System.ServiceModel;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Async;

/// <summary>
/// Runs bulk deletions. What was deleted stays deleted, whatever happens afterwards; a recurring one is due again at
/// its next time, even if this run has failed.
/// </summary>
internal sealed class BulkDeleteJobs : IJobRunner
{
    public JobType Type => JobType.BulkDelete;

    public JobOutcome Run(Engine engine, SystemJob job, JobRow row)
    {
        if (JobStore.Read(engine, session => BulkDeleteRows.Find(engine, session, row.Id)) is null)
        {
            return JobOutcome.Canceled;
        }

        Recurrence? recurrence = Recurrence.Read(row.RecurrencePattern);
        Show(engine, row.Id, JobStatus.InProgress, null);
        BulkDeletePlan plan = JobText.Read<BulkDeletePlan>(JobRows.DataOf(engine, row.Id));
        BulkDeletion deletion = new(engine, row, plan);
        OrganizationServiceFault? fault = null;
        try
        {
            deletion.Execute();
        }
        catch (FaultException<OrganizationServiceFault> failed)
        {
            fault = failed.Detail;
        }

        JobStore.Write(engine, session => BulkDeleteRows.Count(engine, session, row.Id, deletion));
        JobOutcome outcome = Outcome(engine, row, recurrence, fault);
        if (!deletion.WasStopped)
        {
            Show(engine, row.Id, outcome.Status, outcome.NextRun);
        }

        BulkDeleteMail.Send(deletion, plan, row.Name);
        return outcome;
    }

    private static JobOutcome Outcome(
        Engine engine, JobRow row, Recurrence? recurrence, OrganizationServiceFault? fault)
    {
        if (recurrence is not null)
        {
            return JobOutcome.Again(recurrence.Next(row.RecurrenceStart ?? row.CreatedOn, engine.Now()), fault);
        }

        return fault is null ? JobOutcome.Succeeded : JobOutcome.Failed(fault);
    }

    private static void Show(Engine engine, Guid jobId, JobStatus status, DateTime? next) =>
        JobStore.Write(engine, session => BulkDeleteRows.Show(engine, session, jobId, status, next));
}
