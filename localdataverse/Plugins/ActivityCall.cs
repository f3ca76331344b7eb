using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Plugins;

/// <summary>One run of a custom workflow activity.</summary>
public sealed class ActivityCall
{
    /// <summary>Full name of a class of a registered assembly that derives from CodeActivity.</summary>
    public required string Type { get; init; }

    /// <summary>Row that the workflow runs on.</summary>
    public EntityReference? Target { get; init; }

    /// <summary>By name of the property that holds the argument.</summary>
    public IDictionary<string, object> Inputs { get; init; } = new Dictionary<string, object>();

    /// <summary>Null: the system administrator.</summary>
    public Guid? UserId { get; init; }
}
