using System;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Async;

/// <summary>
/// What a client may do with a system job: cancel it, postpone it, pause it while it runs, resume it, delete it, and
/// change the pattern of a recurring one.
/// </summary>
internal sealed class JobRule : TableRule
{
    public override string Table => JobRows.TableName;

    public override void BeforeCreate(Operation operation, Entity row) =>
        throw Fault.NotSupported("Creating system jobs by Create (the messages that need one make it)");

    public override void BeforeUpdate(Operation operation, Entity changes, Entity before)
    {
        JobRow job = new(before);
        CheckRecurrence(job, changes);
        DateTime? until = changes.GetAttributeValue<DateTime?>("postponeuntil");
        int? status = changes.GetAttributeValue<OptionSetValue>("statuscode")?.Value;
        int? state = changes.GetAttributeValue<OptionSetValue>("statecode")?.Value ?? status / 10;
        if (state is null && until > operation.CreatedOn && job.State == JobRow.Ready)
        {
            state = JobRow.Suspended;
        }

        if (state is int target && (target != job.State || (status is not null && status != (int)job.Status)))
        {
            Move(job, changes, target, postponed: until is not null);
        }
    }

    /// <summary>A bulk deletion shows the state of its job.</summary>
    public override void AfterUpdate(Operation operation, Entity changes, Entity before)
    {
        JobRow job = new(before);
        if (job.Type == JobType.BulkDelete && changes.GetAttributeValue<OptionSetValue>("statuscode") is { } status)
        {
            DateTime? next = changes.Contains("postponeuntil")
                ? changes.GetAttributeValue<DateTime?>("postponeuntil")
                : job.PostponeUntil;
            BulkDeleteRows.Show(operation.Engine, operation.Session, job.Id, (JobStatus)status.Value, next);
        }
    }

    private static void Move(JobRow job, Entity changes, int target, bool postponed)
    {
        switch (target)
        {
            case JobRow.Completed when !job.IsOver:
                Cancel(changes);
                break;
            case JobRow.Completed:
                throw Refuse(0x80044165, "The target state could not be set to complete because the state transition "
                    + "is not valid.");
            case JobRow.Ready when job.State == JobRow.Suspended:
                JobRows.SetState(changes.Attributes, JobStatus.WaitingForResources);
                changes["postponeuntil"] = null;
                break;
            case JobRow.Ready:
                throw Refuse(0x80044166, "The target state could not be set to ready because the state transition is "
                    + "not valid.");
            case JobRow.Suspended when job.State == JobRow.Locked || (job.State == JobRow.Ready && postponed):
                JobRows.SetState(changes.Attributes, JobStatus.Waiting);
                break;
            case JobRow.Suspended:
                throw Refuse(0x80044167, "The target state could not be set to suspended because the state transition "
                    + "is not valid.");
            default:
                throw Refuse(0x80044162, "The target state could not be set because the state transition is not "
                    + "valid.");
        }
    }

    /// <summary>Nobody but the service says that a job has succeeded or failed.</summary>
    private static void Cancel(Entity changes)
    {
        if (changes.GetAttributeValue<OptionSetValue>("statuscode") is { Value: not (int)JobStatus.Canceled })
        {
            throw Refuse(0x80044165, "The target state could not be set to complete because the state transition is "
                + "not valid.");
        }

        JobRows.SetState(changes.Attributes, JobStatus.Canceled);
    }

    private static void CheckRecurrence(JobRow job, Entity changes)
    {
        if (!changes.Contains("recurrencepattern") && !changes.Contains("recurrencestarttime"))
        {
            return;
        }

        if (job.Type != JobType.BulkDelete)
        {
            throw Refuse(0x80044169, "Cannot update recurrence pattern for a job type that is not supported.");
        }

        if (job.RecurrencePattern.Length == 0)
        {
            throw Refuse(0x80044168, "Cannot update recurrence pattern for a job that is not recurring.");
        }

        if (changes.Contains("recurrencepattern"))
        {
            Recurrence.Read(changes.GetAttributeValue<string>("recurrencepattern") ?? "");
        }
    }

    private static Exception Refuse(uint code, string text) => Fault.Because(unchecked((int)code), text);
}
