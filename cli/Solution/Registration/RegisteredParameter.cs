namespace CrmExtensions.Cli.Solution.Registration;

/// <summary>A request parameter or response property of a custom API; type in the platform's numbers.</summary>
internal sealed record RegisteredParameter(string Name, int Type, string DisplayName, string DisplayNameGerman)
{
    public string Description { get; init; } = "";
    public string DescriptionGerman { get; init; } = "";
    public string Table { get; init; } = "";
    public bool IsOptional { get; init; }
}
