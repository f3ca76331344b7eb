using System;
using CrmExtensions.Domain;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>Which part of a job's subjects a slice covers.</summary>
internal sealed class SliceScope
{
    public string Job { get; init; } = "";

    /// <summary>Upper end of the cursor, exclusive; empty: none.</summary>
    public string Until { get; init; } = "";

    /// <summary>When the last complete run of the job began; null before the first.</summary>
    public DateTime? Since { get; init; }

    public DateTime Now { get; init; }

    /// <summary>
    /// Somewhere on earth it is this day already: rows up to it may be due, the item decides exactly.
    /// </summary>
    public Day LatestToday => Day.Of(Now.AddHours(14));
}
