using System;

namespace Dataverse.Local.Import;

/// <summary>One entry of the manifest's list: named by schema name, by id, or (assemblies) by both.</summary>
internal sealed record RootComponent(int Type, string? SchemaName, Guid? Id, int Behavior, string Place)
{
    /// <summary>Behavior of a table of another publisher: only what the solution adds is in the package.</summary>
    public const int ShellOnly = 2;

    public string Named => SchemaName ?? Id?.ToString("B") ?? "?";
}
