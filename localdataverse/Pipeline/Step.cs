using System;
using System.Collections.Generic;

namespace Dataverse.Local.Pipeline;

/// <summary>One registration of a plugin type (sdkmessageprocessingstep): when it runs and what it is given.</summary>
public sealed class Step
{
    /// <summary>Also the id of <c>OwningExtension</c> and the key of the cached plugin instance.</summary>
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>Shown in traces and system jobs; empty: the type's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Full name of the type, without the assembly.</summary>
    public required string PluginType { get; init; }

    /// <summary>Message name as in a request: Create, Update, ...</summary>
    public required string Message { get; init; }

    /// <summary>Logical name; null: every table, and messages without one.</summary>
    public string? Table { get; init; }

    /// <summary>10, 20 or 40.</summary>
    public required Stage Stage { get; init; }

    /// <summary>Asynchronous only in stage 40.</summary>
    public StepMode Mode { get; init; }

    /// <summary>Lower runs first; equal ranks run in order of registration.</summary>
    public int Rank { get; init; } = 1;

    /// <summary>Update only: the step runs if Target holds one of them; empty: always.</summary>
    public IReadOnlyList<string> FilteringColumns { get; init; } = [];

    /// <summary>Snapshots that the step receives.</summary>
    public IReadOnlyList<StepImage> Images { get; init; } = [];

    /// <summary>First constructor argument of the plugin.</summary>
    public string? Configuration { get; init; }

    /// <summary>Second constructor argument of the plugin.</summary>
    public string? SecureConfiguration { get; init; }

    /// <summary>User in whose name the step runs; null: the calling user.</summary>
    public Guid? ImpersonatingUserId { get; init; }

    /// <summary>False: registered but switched off.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Asynchronous steps: remove the system job after success.</summary>
    public bool DeleteJobOnSuccess { get; init; }

    /// <summary>Unique name of the solution that it came with; null: registered directly.</summary>
    public string? Solution { get; init; }
}
