using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using System.Threading;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Tracing;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Async;

/// <summary>
/// The asynchronous service. It works when it is told to: <see cref="Drain"/> runs every job that is due, and those
/// that they create, in order of creation. The rows are the truth: what a user cancels, postpones or resumes between
/// two runs counts. Here stand only the jobs that are not over, so that nothing is searched.
/// </summary>
internal sealed class AsyncQueue
{
    private readonly Engine _engine;
    private readonly FrozenDictionary<JobType, IJobRunner> _runners =
        Parts.Make<IJobRunner>().ToFrozenDictionary(runner => runner.Type);

    private readonly Lock _draining = new();
    private readonly Lock _gate = new();
    private readonly LinkedList<SystemJob> _open = new();
    private long _sequence;

    public AsyncQueue(Engine engine) => _engine = engine;

    /// <summary>Jobs that would run now.</summary>
    public int Waiting
    {
        get
        {
            DateTime now = _engine.Now();
            return OpenRows().Count(row => row.IsDue(now));
        }
    }

    /// <summary>UTC; now if something is due, null if nothing waits for a time.</summary>
    public DateTime? NextDue
    {
        get
        {
            DateTime now = _engine.Now();
            DateTime? next = null;
            foreach (JobRow row in OpenRows().Where(row => !row.WaitsForSomebody && !row.IsOver))
            {
                DateTime due = row.PostponeUntil is DateTime later && later > now ? later : now;
                next = next is null || due < next ? due : next;
            }

            return next;
        }
    }

    public long NextSequence() => Interlocked.Increment(ref _sequence);

    /// <summary>When a file is opened: the jobs that were waiting when it was closed, and those cut off. While
    /// another environment has the file open, the jobs may be that one's, and are left to it.</summary>
    public void Load()
    {
        _sequence = JobRows.LastSequence(_engine);
        if (!_engine.Database.IsOnlyUser)
        {
            return;
        }

        JobStatus[] over = [JobStatus.Succeeded, JobStatus.Failed, JobStatus.Canceled];
        foreach (JobRow row in JobRows.Where(_engine, ConditionOperator.NotIn, over))
        {
            if (row.State == JobRow.Locked)
            {
                JobRows.Unlock(_engine, row.Id);
            }

            _open.AddLast(new SystemJob { Id = row.Id, Type = row.Type });
        }
    }

    /// <summary>After the commit.</summary>
    public void Add(IReadOnlyList<SystemJob> jobs)
    {
        if (jobs.Count == 0)
        {
            return;
        }

        lock (_gate)
        {
            foreach (SystemJob job in jobs)
            {
                _open.AddLast(job);
            }
        }
    }

    /// <summary>Number of runs, failed ones included. Of two threads the second one waits for the first.</summary>
    public int Drain()
    {
        if (_draining.IsHeldByCurrentThread)
        {
            throw new InvalidOperationException("A system job cannot run the system jobs: they follow by themselves.");
        }

        lock (_draining)
        {
            int total = 0;
            for (int run = Pass(); run > 0; run = Pass())
            {
                total += run;
            }

            return total;
        }
    }

    /// <summary>Once through the list, new jobs at its end included.</summary>
    private int Pass()
    {
        int run = 0;
        LinkedListNode<SystemJob>? node = First();
        while (node is not null)
        {
            JobRow? row = JobRows.Find(_engine, node.Value.Id);
            bool over = row is null || row.IsOver;
            if (!over && row!.IsDue(_engine.Now()))
            {
                over = Run(node.Value, row);
                run++;
            }

            node = After(node, over);
        }

        return run;
    }

    /// <summary>True: the job is over. What was done to its row while it ran stays.</summary>
    private bool Run(SystemJob job, JobRow row)
    {
        using TraceScope scope = _engine.Recorder.Job(job);
        JobRows.Begin(_engine, job.Id);
        JobOutcome outcome = JobRetries.Limit(OutcomeOf(job, row), row);
        if (outcome.Fault is not null)
        {
            scope.Failed(outcome.Fault.Message);
        }

        if (outcome.RemovesRow)
        {
            JobRows.Delete(_engine, job.Id);
        }
        else if (JobRows.Find(_engine, job.Id) is { State: JobRow.Locked })
        {
            DateTime? next = outcome.IsRetry ? _engine.Now() + JobRetries.WaitBefore(row.RetryCount) : outcome.NextRun;
            JobRows.End(_engine, row, outcome, next);
            return outcome.Status >= JobStatus.Succeeded;
        }

        return false;
    }

    private JobOutcome OutcomeOf(SystemJob job, JobRow row)
    {
        try
        {
            return _runners[job.Type].Run(_engine, job, row);
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            return JobOutcome.Of(fault.Detail);
        }
    }

    private LinkedListNode<SystemJob>? First()
    {
        lock (_gate)
        {
            return _open.First;
        }
    }

    private LinkedListNode<SystemJob>? After(LinkedListNode<SystemJob> node, bool over)
    {
        lock (_gate)
        {
            LinkedListNode<SystemJob>? next = node.Next;
            if (over)
            {
                _open.Remove(node);
            }

            return next;
        }
    }

    private IEnumerable<JobRow> OpenRows()
    {
        SystemJob[] open;
        lock (_gate)
        {
            open = _open.ToArray();
        }

        return open.Select(job => JobRows.Find(_engine, job.Id)).OfType<JobRow>();
    }
}
