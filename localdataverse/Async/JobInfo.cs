using System;

namespace Dataverse.Local.Async;

/// <summary>A system job as <see cref="LocalDataverse.Jobs"/> lists it.</summary>
public sealed class JobInfo
{
    /// <summary>Id of the asyncoperation row.</summary>
    public required Guid Id { get; init; }

    /// <summary>Name of the step, the workflow or the bulk deletion.</summary>
    public required string Name { get; init; }

    /// <summary>What has become of it.</summary>
    public required JobStatus Status { get; init; }

    /// <summary>UTC: not before this time; null: at once, or, when suspended, not before it is resumed.</summary>
    public DateTime? PostponedUntil { get; init; }

    /// <summary>How often it was run again because it asked for it.</summary>
    public int RetryCount { get; init; }

    /// <summary>What went wrong, as a user reads it; empty: nothing.</summary>
    public string Message { get; init; } = "";
}
