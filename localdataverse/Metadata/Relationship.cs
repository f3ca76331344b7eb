namespace Dataverse.Local.Metadata;

/// <summary>A relationship. For many to many, referenced and referencing are the first and second table, and
/// <see cref="IntersectTable"/> holds the pairs. Cascade defaults are those of a referential relationship.</summary>
public sealed class Relationship
{
    public required string SchemaName { get; init; }

    public RelationshipKind Kind { get; init; }

    public required string ReferencedTable { get; init; }

    public required string ReferencedColumn { get; init; }

    public required string ReferencingTable { get; init; }

    public required string ReferencingColumn { get; init; }

    /// <summary>Collection of the referenced row in the Web API.</summary>
    public string? ReferencedNavigation { get; init; }

    /// <summary>Single-valued property of the referencing row in the Web API.</summary>
    public string? ReferencingNavigation { get; init; }

    public Cascade OnDelete { get; init; } = Cascade.RemoveLink;

    public Cascade OnAssign { get; init; }

    public Cascade OnReparent { get; init; }

    public Cascade OnShare { get; init; }

    public Cascade OnUnshare { get; init; }

    public Cascade OnMerge { get; init; }

    /// <summary>Self reference that the operators under, above ... walk.</summary>
    public bool IsHierarchical { get; init; }

    public bool IsCustom { get; init; }

    public string? IntersectTable { get; init; }

    public string? FirstIntersectColumn { get; init; }

    public string? SecondIntersectColumn { get; init; }
}
