using System.Collections.Generic;

namespace CrmExtensions.Cli.Solution.Registration;

/// <summary>What one plugin assembly registers. <see cref="Name"/> is the simple, FullName the strong name.</summary>
internal sealed record RegisteredAssembly(string Name, string FullName, string Version, string Path)
{
    public IReadOnlyList<RegisteredType> Types { get; init; } = [];
}
