namespace Dataverse.Local.Pipeline;

/// <summary>One request parameter or response property of a custom API.</summary>
public sealed class CustomApiParameter
{
    /// <summary>Key in InputParameters or OutputParameters.</summary>
    public required string UniqueName { get; init; }

    /// <summary>The platform's type; a value of another type is refused.</summary>
    public required CustomApiParameterType Type { get; init; }

    /// <summary>Request parameters only.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Table of an Entity, EntityCollection or EntityReference; null: any.</summary>
    public string? Table { get; init; }
}
