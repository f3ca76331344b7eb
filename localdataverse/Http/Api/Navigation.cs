using Dataverse.Local.Metadata;
using Microsoft.Xrm.Sdk;
using Relationship = Dataverse.Local.Metadata.Relationship;

namespace Dataverse.Local.Http.Api;

/// <summary>A navigation property: a lookup, the rows that look a row up, or the rows that it is paired with.</summary>
/// <param name="Name">As in the URL; case counts.</param>
/// <param name="Source">Table that has the property.</param>
/// <param name="Target">Table of the row or rows that it leads to.</param>
/// <param name="Column">The lookup; of the source, of the target for a collection; the target's id for pairs.</param>
/// <param name="IsCollection">It leads to any number of rows.</param>
internal sealed record Navigation(string Name, Table Source, Table Target, Column Column, bool IsCollection)
{
    /// <summary>Null for the lookups that every table has.</summary>
    public Relationship? Relationship { get; init; }

    /// <summary>Of pairs: the column of the intersect table that holds the id of the source.</summary>
    public string? NearColumn { get; init; }

    /// <summary>Of pairs: the column of the intersect table that holds the id of the target.</summary>
    public string? FarColumn { get; init; }

    public bool IsManyToMany => NearColumn is not null;

    /// <summary>What the source is in a relationship of a table with itself.</summary>
    public EntityRole Role => IsManyToMany && NearColumn == Relationship!.FirstIntersectColumn
        ? EntityRole.Referencing
        : EntityRole.Referenced;
}
