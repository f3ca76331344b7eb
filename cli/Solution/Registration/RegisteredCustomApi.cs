using System.Collections.Generic;

namespace CrmExtensions.Cli.Solution.Registration;

/// <summary>A <c>[CustomApi]</c> with its parameters as the assembly declares them.</summary>
internal sealed record RegisteredCustomApi(string UniqueName, string DisplayName, string DisplayNameGerman)
{
    public string Description { get; init; } = "";
    public string DescriptionGerman { get; init; } = "";
    public string ExecutePrivilege { get; init; } = "";
    public string BoundTable { get; init; } = "";
    public bool IsFunction { get; init; }
    public bool IsPrivate { get; init; }
    public IReadOnlyList<RegisteredParameter> Parameters { get; init; } = [];
    public IReadOnlyList<RegisteredParameter> Properties { get; init; } = [];
}
