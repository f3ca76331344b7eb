using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>
/// One beat: cuts what is due into slices and wakes slices that were not finished. It works on nothing itself, so it is
/// short, and calling it twice or at once has the effect of one call.
/// </summary>
internal sealed class DueWork
{
    private const int DuplicateKey = unchecked((int)0x80040237);

    private readonly StepRun run;
    private readonly JobStore jobs;
    private readonly HealthStore health;

    public DueWork(StepRun run)
    {
        this.run = run;
        jobs = new JobStore(run.System);
        health = new HealthStore(run);
    }

    /// <returns>Slices that were cut or woken.</returns>
    public int Start()
    {
        int slices = 0;
        string lease = run.Context.OperationId.ToString("D");
        foreach (Guid id in jobs.EnabledJobs()) slices += StartOne(id, lease);
        new ScheduleHealth(run).Check();
        return slices;
    }

    /// <summary>Without a transaction a job that cannot be started does not hold up the others.</summary>
    private int StartOne(Guid jobId, string lease)
    {
        if (run.Context.IsInTransaction) return StartJob(jobs.Lock(jobId, lease));
        var finding = new HealthFinding
        {
            Code = HealthFinding.JobNotStarted, SubjectTable = JobRow.Table, SubjectId = jobId,
        };
        try
        {
            int slices = StartJob(jobs.Lock(jobId, lease));
            health.Resolve(finding);
            return slices;
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            health.Report(finding with { Values = new JsonText().With("fault", fault.Message).ToString() });
            return 0;
        }
    }

    private int StartJob(JobRow job)
    {
        var foreign = new HealthFinding
        {
            Code = HealthFinding.ForeignJob, SubjectTable = JobRow.Table, SubjectId = job.Id,
        };
        if (job.OrganizationId != run.Context.OrganizationId.ToString("D"))
        {
            health.Report(foreign);
            return 0;
        }

        IReadOnlyList<JobSliceRow> slices = jobs.LockSlices(job.Id);
        JobSliceRow[] open = slices.Where(slice => !IsOver(slice)).ToArray();
        if (open.Length > 0) return open.Count(Wake);
        bool isDue = job.NextRunOn is { } due && due <= run.Now;
        return isDue ? CutRun(job, slices) : 0;
    }

    private static bool IsOver(JobSliceRow slice) => (SliceState)slice.State is SliceState.Done or SliceState.Failed;

    /// <summary>The change of attempts is the event that runs the slice again.</summary>
    private bool Wake(JobSliceRow slice)
    {
        bool isRunning = slice.State == (int)SliceState.Running;
        if (isRunning && slice.LeaseUntil > run.Now) return false;
        if (isRunning)
        {
            health.Report(new HealthFinding
            {
                Code = HealthFinding.SliceInterrupted,
                Severity = HealthSeverity.Warning,
                SubjectTable = JobRow.Table,
                SubjectId = slice.JobId.Id,
                Values = new JsonText().With("slice", slice.Name).With("attempts", slice.Attempts ?? 0).ToString(),
            });
        }

        jobs.Update(new JobSliceRow
        {
            Id = slice.Id, State = (int)SliceState.Waiting, Attempts = (slice.Attempts ?? 0) + 1,
        });
        return true;
    }

    /// <summary>
    /// What the last run came to is written first, when the next one is due last: a beat that breaks off in between is
    /// made up for by the next one, and no moment is taken for done that nobody has looked at.
    /// </summary>
    private int CutRun(JobRow job, IReadOnlyList<JobSliceRow> last)
    {
        bool wasWhole = last.All(slice => slice.State == (int)SliceState.Done);
        var outcome = new JobRow
        {
            Id = job.Id,
            Cursor = null,
            Failures = wasWhole ? 0 : (job.Failures ?? 0) + 1,
            LastResult = Summary(last),
        };
        if (wasWhole && SliceRange.MomentOf(job.Cursor) is { } started)
        {
            outcome.LastRunOn = started;
            health.ResolveAll(HealthFinding.ItemFailed, job.Key);
        }

        jobs.Update(outcome);
        jobs.Delete(last);

        string identity = SliceRange.TextOf(job.NextRunOn ?? run.Now);
        IReadOnlyList<SliceRange> ranges = JobWorks.Find(job.Key, run)?.Cut(new SliceCutter(run.System))
            ?? Array.Empty<SliceRange>();
        int cut = ranges.Count(range => Cut(job, identity, range));
        jobs.Update(new JobRow
        {
            Id = job.Id,
            Cursor = SliceRange.TextOf(run.Now),
            NextRunOn = job.IntervalMinutes is { } minutes and > 0 ? run.Now.AddMinutes(minutes) : null,
        });
        return cut;
    }

    private static string Summary(IReadOnlyList<JobSliceRow> slices) => new JsonText()
        .With("slices", slices.Count)
        .With("processed", slices.Sum(slice => (long)(slice.Processed ?? 0)))
        .With("failed", slices.Count(slice => slice.State == (int)SliceState.Failed))
        .ToString();

    private bool Cut(JobRow job, string identity, SliceRange range)
    {
        if (run.Context.IsInTransaction)
        {
            jobs.Cut(job, identity, range);
            return true;
        }

        try
        {
            jobs.Cut(job, identity, range);
            return true;
        }
        catch (FaultException<OrganizationServiceFault> fault) when (fault.Detail.ErrorCode == DuplicateKey)
        {
            run.NothingToDo("another beat has cut this run already: " + fault.Message);
            return false;
        }
    }
}
