using System.Collections.Generic;

namespace Dataverse.Local.Plugins;

/// <summary>A plugin DLL as it stands in the solution.</summary>
public sealed class PluginAssembly
{
    /// <summary>Simple name, without version and extension.</summary>
    public required string Name { get; init; }

    /// <summary>Of the four-part form; the registry keeps one version a name.</summary>
    public required string Version { get; init; }

    /// <summary>The DLL itself.</summary>
    public required byte[] Content { get; init; }

    /// <summary>Full names of the registered plugin types and activities; empty: all that can be found.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Unique name of the solution that it came with; null: registered directly.</summary>
    public string? Solution { get; init; }
}
