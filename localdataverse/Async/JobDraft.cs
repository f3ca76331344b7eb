using System;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Async;

/// <summary>What a new asyncoperation row says beside who, when and in which chain.</summary>
internal sealed class JobDraft
{
    public required Guid Id { get; init; }

    public required JobType Type { get; init; }

    public required string Name { get; init; }

    public required string Message { get; init; }

    /// <summary>Logical name; empty: none.</summary>
    public string Table { get; init; } = "";

    public EntityReference? Regarding { get; init; }

    /// <summary>UTC; null: due at once.</summary>
    public DateTime? PostponeUntil { get; init; }

    /// <summary>What the job needs to run, as text.</summary>
    public string? Data { get; init; }

    /// <summary>Columns of this type of job.</summary>
    public AttributeCollection More { get; } = new();
}
