using System.Globalization;
using System.Linq;
using CrmExtensions.Xrm.Schema;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>
/// Starts a job's work now instead of at its time; the slices follow after the commit. Of two starts at once the second
/// one waits for the first.
/// </summary>
internal sealed class JobStart
{
    private readonly StepRun run;

    public JobStart(StepRun run) => this.run = run;

    /// <summary>Creates the schedule if there is none yet; slices that are still open go on beside.</summary>
    /// <returns>How many parts were cut.</returns>
    public int Now(string jobKey)
    {
        var jobs = new JobStore(run.System);
        if (jobs.FindId(jobKey) is null)
        {
            new JobRows(run).Repair(takeOver: false);
            new Schedule(run).Repair();
        }

        JobRow job = jobs.Lock(jobs.FindId(jobKey).GetValueOrDefault(), run.Context.OperationId.ToString("D"));
        jobs.Delete(jobs.LockSlices(job.Id).Where(slice =>
            (SliceState)slice.State is SliceState.Done or SliceState.Failed));
        string identity = run.Context.OperationId.ToString("N") + run.Now.Ticks.ToString(CultureInfo.InvariantCulture);
        int cut = 0;
        foreach (SliceRange range in JobWorks.Find(jobKey, run)!.Cut(new SliceCutter(run.System)))
        {
            jobs.Cut(job, identity, range);
            cut++;
        }

        return cut;
    }

    /// <summary>
    /// The next beat begins a run that looks at everything again, as the first one did; nothing without a schedule.
    /// </summary>
    public void Again(string jobKey)
    {
        var jobs = new JobStore(run.System);
        if (jobs.FindId(jobKey) is not { } id)
        {
            run.NothingToDo("there is no schedule yet; its first run looks at everything.");
            return;
        }

        jobs.Update(new JobRow { Id = id, LastRunOn = null, Cursor = null, NextRunOn = run.Now });
    }
}
