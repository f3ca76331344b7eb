using System.Linq;
using CrmExtensions.Xrm.Schema;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>
/// The rows of the catalogue's jobs: created where they are missing, otherwise left as they were set.
/// </summary>
internal sealed class JobRows
{
    private readonly StepRun run;
    private readonly JobStore jobs;
    private readonly HealthStore health;

    public JobRows(StepRun run)
    {
        this.run = run;
        jobs = new JobStore(run.System);
        health = new HealthStore(run);
    }

    /// <summary>Jobs that belong to another environment, and stay so.</summary>
    public int Foreign { get; private set; }

    private string Here => run.Context.OrganizationId.ToString("D");

    /// <param name="takeOver">
    /// Jobs that came with a copy of another environment belong to this one from now on. Otherwise they do not run: two
    /// environments would send the same notices.
    /// </param>
    /// <returns>How many were created or taken over.</returns>
    public int Repair(bool takeOver)
    {
        string lease = run.Context.OperationId.ToString("D");
        JobRow[] rows = jobs.Ids().Select(id => jobs.Lock(id, lease)).ToArray();
        int repaired = 0;
        foreach (JobDefinition job in JobCatalogue.All)
        {
            if (rows.FirstOrDefault(row => row.Key == job.Key) is { } row) repaired += Keep(row, takeOver);
            else repaired += Create(job);
        }

        return repaired;
    }

    private int Create(JobDefinition job)
    {
        var row = new JobRow
        {
            Name = job.Name,
            Kind = (int)job.Kind,
            Key = job.Key,
            OrganizationId = Here,
            IsEnabled = true,
            LastRunOn = job.ReadsHistory ? null : run.Now,
            Failures = 0,
        };
        if (job.IntervalMinutes > 0)
        {
            row.IntervalMinutes = job.IntervalMinutes;
            row.NextRunOn = run.Now;
        }

        jobs.Create(row);
        return 1;
    }

    private int Keep(JobRow row, bool takeOver)
    {
        if (row.OrganizationId == Here) return 0;
        if (!takeOver)
        {
            Foreign++;
            return 0;
        }

        jobs.Update(new JobRow { Id = row.Id, OrganizationId = Here });
        health.Resolve(new HealthFinding
        {
            Code = HealthFinding.ForeignJob, SubjectTable = JobRow.Table, SubjectId = row.Id,
        });
        return 1;
    }
}
