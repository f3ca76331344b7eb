using System.Collections.Generic;

namespace CrmExtensions.Cli.Solution.Registration;

/// <summary>A class that the platform runs: a plugin, or a custom workflow activity when it has a group.</summary>
internal sealed record RegisteredType(string FullName)
{
    public bool IsPublic { get; init; }
    public bool IsPlugin { get; init; }
    public bool IsActivity { get; init; }
    public string? ActivityGroup { get; init; }
    public IReadOnlyList<RegisteredStep> Steps { get; init; } = [];
    public RegisteredCustomApi? CustomApi { get; init; }

    public string Name => FullName[(FullName.LastIndexOf('.') + 1)..];
}
