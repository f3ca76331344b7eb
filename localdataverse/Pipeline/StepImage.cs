using System.Collections.Generic;

namespace Dataverse.Local.Pipeline;

/// <summary>A snapshot of the row that a step asks for.</summary>
public sealed class StepImage
{
    /// <summary>Key in PreEntityImages and PostEntityImages.</summary>
    public required string Alias { get; init; }

    /// <summary>Old values, new values or both.</summary>
    public required ImageType Type { get; init; }

    /// <summary>Columns of the snapshot; empty: all.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Request parameter that names the row: Target, Id (of a created row), EntityMoniker.</summary>
    public string MessagePropertyName { get; init; } = "Target";
}
