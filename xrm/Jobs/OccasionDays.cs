using System;
using CrmExtensions.Domain;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>From when on a run makes up for occasions.</summary>
internal static class OccasionDays
{
    /// <summary>
    /// The day before the last complete run, so that a run on the border of two days misses none; before the first run
    /// yesterday: nobody is paid for a birthday of before there was a programme.
    /// </summary>
    public static Day Since(DateTime? lastRun, DateTime now) => Day.Of(lastRun ?? now).AddDays(-2);
}
