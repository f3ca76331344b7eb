using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>
/// Works on one slice for at most a minute, then leaves the rest to the next heartbeat. The cursor is written every few
/// subjects: whoever continues repeats those few at most, and an item that is repeated changes nothing. A subject that
/// fails becomes a finding and does not keep the others waiting.
/// </summary>
internal sealed class SliceRun
{
    private const int MostSubjects = 2000;

    private const int SubjectsBetweenCursors = 20;
    private const int LeaseMinutes = 5;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(60);

    private readonly StepRun run;
    private readonly JobStore jobs;
    private readonly Stopwatch watch = Stopwatch.StartNew();

    private int processed;
    private int seen;
    private int failed;
    private ISet<Guid> broken = new HashSet<Guid>();

    public SliceRun(StepRun run)
    {
        this.run = run;
        jobs = new JobStore(run.System);
    }

    public void Execute(Guid sliceId)
    {
        JobSliceRow? slice = jobs.FindSlice(sliceId, out JobRow job);
        if (slice is null || slice.State != (int)SliceState.Waiting)
        {
            run.NothingToDo("the slice is gone, is being worked on or is done.");
            return;
        }

        if (JobWorks.Find(job.Key, run) is not { } work)
        {
            run.NothingToDo($"no job is called {job.Key}.");
            return;
        }

        jobs.Update(new JobSliceRow
        {
            Id = slice.Id, State = (int)SliceState.Running, LeaseUntil = run.Now.AddMinutes(LeaseMinutes),
        });
        processed = slice.Processed ?? 0;
        failed = FailedBefore(slice);
        broken = new HealthStore(run).OpenSubjects(HealthFinding.ItemFailed, job.Key);
        Work(slice, work, new SliceScope
        {
            Job = job.Key, Until = slice.CursorTo ?? "", Since = job.LastRunOn, Now = run.Now,
        });
    }

    private void Work(JobSliceRow slice, IJobWork work, SliceScope scope)
    {
        string cursor = slice.CursorFrom ?? "";
        while (!IsTimeUp)
        {
            IReadOnlyList<JobSubject> page = work.Next(cursor, scope);
            if (page.Count == 0)
            {
                End(slice, cursor, failed == 0 ? SliceState.Done : SliceState.Failed);
                return;
            }

            foreach (JobSubject subject in page)
            {
                if (IsTimeUp) break;
                Do(work, subject, scope);
                cursor = subject.Cursor;
                if (++seen % SubjectsBetweenCursors == 0) Save(slice, cursor);
            }
        }

        End(slice, cursor, SliceState.Waiting);
    }

    private bool IsTimeUp => seen >= MostSubjects || watch.Elapsed >= MostTime;

    private void Do(IJobWork work, JobSubject subject, SliceScope scope)
    {
        try
        {
            if (!subject.IsPassedOver)
            {
                processed++;
                work.Do(subject, scope);
            }

            if (broken.Remove(subject.Id)) new HealthStore(run).Resolve(FindingOf(subject, scope));
        }
        catch (Exception why) when (why is not OutOfMemoryException)
        {
            // Whatever it is: what escaped here would stop every later run at the same subject, for ever.
            Report(subject, scope, why);
        }
    }

    private void Report(JobSubject subject, SliceScope scope, Exception why)
    {
        failed++;
        run.Trace(why.ToString());
        new HealthStore(run).Report(FindingOf(subject, scope) with
        {
            Values = new JsonText().With("job", scope.Job).With("fault", why.Message).ToString(),
        });
    }

    private static HealthFinding FindingOf(JobSubject subject, SliceScope scope) => new()
    {
        Code = HealthFinding.ItemFailed, SubjectTable = scope.Job, SubjectId = subject.Id,
    };

    /// <summary>A run of several heartbeats counts as whole only if none of its subjects failed.</summary>
    private static int FailedBefore(JobSliceRow slice)
    {
        var digits = new string((slice.Message ?? "").Where(char.IsDigit).ToArray());
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : 0;
    }

    private string? Message => failed == 0 ? null : new JsonText().With("failed", failed).ToString();

    private void Save(JobSliceRow slice, string cursor) => jobs.Update(new JobSliceRow
    {
        Id = slice.Id,
        CursorFrom = cursor,
        Processed = processed,
        LeaseUntil = run.Now.AddMinutes(LeaseMinutes),
        Message = Message,
    });

    private void End(JobSliceRow slice, string cursor, SliceState state) => jobs.Update(new JobSliceRow
    {
        Id = slice.Id,
        CursorFrom = cursor,
        Processed = processed,
        LeaseUntil = null,
        State = (int)state,
        Message = Message,
    });
}
