namespace CrmExtensions.Xrm.Jobs;

/// <summary>
/// A job as <c>crmx_EnsureSchedule</c> creates it. Administrators change interval and switch afterwards.
/// </summary>
internal sealed class JobDefinition
{
    public JobDefinition(string key, JobKind kind, string name, int intervalMinutes)
    {
        Key = key;
        Kind = kind;
        Name = name;
        IntervalMinutes = intervalMinutes;
    }

    public string Key { get; }

    public JobKind Kind { get; }

    public string Name { get; }

    /// <summary>0: runs only when somebody asks for it.</summary>
    public int IntervalMinutes { get; }

    /// <summary>The first run looks at everything; otherwise the schedule counts as a first run.</summary>
    public bool ReadsHistory { get; init; }
}
