using System;
using System.Collections.Generic;

namespace Dataverse.Local.Pipeline;

/// <summary>A message of one's own: its plugin is the main operation.</summary>
public sealed class CustomApi
{
    /// <summary>Also the id of <c>OwningExtension</c> while its plugin runs.</summary>
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>Message name, with the publisher's prefix.</summary>
    public required string UniqueName { get; init; }

    /// <summary>Full name of the type that is the main operation; null: only steps react.</summary>
    public string? PluginType { get; init; }

    /// <summary>0 global, 1 bound to a row (parameter Target), 2 bound to a collection of rows.</summary>
    public int BindingType { get; init; }

    /// <summary>Table of a bound API.</summary>
    public string? BoundTable { get; init; }

    /// <summary>Function: called with GET in the Web API, must have response properties.</summary>
    public bool IsFunction { get; init; }

    /// <summary>Not in the Web API's $metadata.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>0 none, 1 asynchronous only, 2 both: which steps others may register.</summary>
    public int AllowedStepType { get; init; }

    /// <summary>Privilege that the caller must hold; null: none.</summary>
    public string? ExecutePrivilege { get; init; }

    /// <summary>What the caller passes.</summary>
    public IReadOnlyList<CustomApiParameter> Parameters { get; init; } = [];

    /// <summary>What the plugin returns in OutputParameters.</summary>
    public IReadOnlyList<CustomApiParameter> Results { get; init; } = [];

    /// <summary>Unique name of the solution that it came with; null: registered directly.</summary>
    public string? Solution { get; init; }
}
