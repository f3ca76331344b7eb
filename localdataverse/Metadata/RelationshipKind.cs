namespace Dataverse.Local.Metadata;

/// <summary>One row to many by a lookup, or many to many by an intersect table.</summary>
public enum RelationshipKind
{
    OneToMany,
    ManyToMany,
}
