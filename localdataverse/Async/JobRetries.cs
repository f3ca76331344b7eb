using System;

namespace Dataverse.Local.Async;

/// <summary>
/// Repetition of jobs whose plug-in asks for it (<see cref="Microsoft.Xrm.Sdk.OperationStatus.Retry"/>): at most 10,
/// after 1, 2, 4 ... minutes, never more than an hour. The platform has such settings and publishes no values.
/// </summary>
internal static class JobRetries
{
    private const int Most = 10;
    private const int LongestMinutes = 60;

    public static TimeSpan WaitBefore(int retriesSoFar) =>
        TimeSpan.FromMinutes(Math.Min(LongestMinutes, Math.Pow(2, retriesSoFar)));

    /// <summary>After the last repetition the job has failed.</summary>
    public static JobOutcome Limit(JobOutcome outcome, JobRow row) =>
        outcome.IsRetry && row.RetryCount >= Most ? JobOutcome.Failed(outcome.Fault!) : outcome;
}
