using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>Whether all scheduled work will come: what is lost or switched off is a finding until it is back.</summary>
internal sealed class ScheduleHealth
{
    /// <summary>Three beats of the platform's clock.</summary>
    private const int HoursWithoutBeat = 6;

    private readonly StepRun run;
    private readonly HealthStore health;

    public ScheduleHealth(StepRun run)
    {
        this.run = run;
        health = new HealthStore(run);
    }

    public void Check()
    {
        IReadOnlyList<JobRow> jobs = Jobs();
        IEnumerable<string> lost = JobCatalogue.All
            .Where(job => jobs.All(row => row.Key != job.Key))
            .Select(job => job.Name);
        var schedule = new Schedule(run);
        DateTime? beat = schedule.LastBeat();
        Tell(beat is null || beat < run.Now.AddHours(-HoursWithoutBeat), new HealthFinding
        {
            Code = HealthFinding.HeartbeatLost,
            SubjectTable = HeartbeatRow.Table,
            SubjectId = run.Context.OrganizationId,
            Values = new JsonText()
                .With("lastBeat", beat?.ToString("u", CultureInfo.InvariantCulture) ?? "").ToString(),
        });
        string[] missing = schedule.Missing().Concat(lost).ToArray();
        Tell(missing.Length > 0, new HealthFinding
        {
            Code = HealthFinding.ScheduleIncomplete,
            SubjectTable = AsyncOperation.Table,
            SubjectId = run.Context.OrganizationId,
            Values = new JsonText().With("missing", string.Join(", ", missing)).ToString(),
        });
        foreach (JobRow job in jobs)
        {
            Tell(job.IsEnabled == false, new HealthFinding
            {
                Code = HealthFinding.JobDisabled,
                Severity = HealthSeverity.Warning,
                SubjectTable = JobRow.Table,
                SubjectId = job.Id,
                Values = new JsonText().With("job", job.Name).ToString(),
            });
        }
    }

    private void Tell(bool isWrong, HealthFinding finding)
    {
        if (isWrong) health.Report(finding);
        else health.Resolve(finding);
    }

    private IReadOnlyList<JobRow> Jobs()
    {
        var query = new QueryExpression(JobRow.Table)
        {
            ColumnSet = new ColumnSet(JobRow.Columns.Key, JobRow.Columns.Name, JobRow.Columns.IsEnabled),
        };
        return run.System.RetrieveMultiple(query).Entities.Select(row => row.ToEntity<JobRow>()).ToArray();
    }
}
