using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Async;

/// <summary>The system jobs that somebody may want to look at.</summary>
internal static class JobList
{
    public static IReadOnlyList<JobInfo> Read(Engine engine) =>
        JobRows.Where(engine, ConditionOperator.NotEqual, JobStatus.Succeeded)
            .Select(row => new JobInfo
            {
                Id = row.Id,
                Name = row.Name,
                Status = row.Status,
                PostponedUntil = row.PostponeUntil,
                RetryCount = row.RetryCount,
                Message = row.FriendlyMessage,
            })
            .ToArray();
}
