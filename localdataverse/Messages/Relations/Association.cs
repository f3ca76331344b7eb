using System;
using System.Collections.Generic;
using Dataverse.Local.Messages.Rows;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Query;
using Microsoft.Xrm.Sdk;
using Relationship = Dataverse.Local.Metadata.Relationship;

namespace Dataverse.Local.Messages.Relations;

/// <summary>
/// What an Associate or Disassociate names, found and checked: the relationship, the target and the rows at its other
/// end. The request looks the same for both kinds of relationship, from both ends.
/// </summary>
internal sealed class Association
{
    private readonly EntityReference _target;

    private Association(Relationship relationship, EntityReference target, bool targetIsReferenced)
    {
        Relationship = relationship;
        _target = target;
        TargetIsReferenced = targetIsReferenced;
    }

    public Relationship Relationship { get; }

    /// <summary>The target is the parent, or the first table of a many-to-many relationship.</summary>
    public bool TargetIsReferenced { get; }

    public bool IsManyToMany => Relationship.Kind == RelationshipKind.ManyToMany;

    /// <summary>By id; every one exists.</summary>
    public required IReadOnlyList<EntityReference> Related { get; init; }

    public static Association Read(OrganizationRequest request, Operation operation)
    {
        EntityReference target = request.Required<EntityReference>("Target");
        Microsoft.Xrm.Sdk.Relationship named = request.Required<Microsoft.Xrm.Sdk.Relationship>("Relationship");
        EntityReferenceCollection related = request.Required<EntityReferenceCollection>("RelatedEntities");
        Relationship relationship = operation.Tables.FindRelationship(named.SchemaName ?? "")
            ?? throw QueryFault.UnknownMetadata("relationship", named.SchemaName ?? "");
        if (related.Count == 0)
        {
            throw QueryFault.Argument($"{request.RequestName}: RelatedEntities is empty.");
        }

        bool targetIsReferenced = IsReferenced(relationship, target, named.PrimaryEntityRole);
        if (relationship.Kind == RelationshipKind.OneToMany && !targetIsReferenced && related.Count > 1)
        {
            throw QueryFault.Argument(
                $"The lookup of the relationship '{relationship.SchemaName}' holds one row, "
                    + $"{related.Count} were given.");
        }

        RequireThere(operation, target);
        string other = targetIsReferenced ? relationship.ReferencingTable : relationship.ReferencedTable;
        return new Association(relationship, target, targetIsReferenced)
        {
            Related = Resolve(operation, relationship, related, other),
        };
    }

    /// <summary>Parent or first table of the pair.</summary>
    public EntityReference ReferencedOf(EntityReference related) => TargetIsReferenced ? _target : related;

    /// <summary>Child or second table of the pair.</summary>
    public EntityReference ReferencingOf(EntityReference related) => TargetIsReferenced ? related : _target;

    private static bool IsReferenced(Relationship relationship, EntityReference target, EntityRole? role)
    {
        bool isReferenced = relationship.ReferencedTable == target.LogicalName;
        bool isReferencing = relationship.ReferencingTable == target.LogicalName;
        if (isReferenced && isReferencing)
        {
            // Many to many: the first row is the referencing one, as in the platform's own navigation properties.
            bool manyToMany = relationship.Kind == RelationshipKind.ManyToMany;
            return role switch
            {
                null => throw QueryFault.Argument($"The relationship '{relationship.SchemaName}' leads from "
                    + $"'{target.LogicalName}' to itself: its PrimaryEntityRole must say which end the target is."),
                EntityRole.Referenced => !manyToMany,
                _ => manyToMany,
            };
        }

        return isReferenced || isReferencing ? isReferenced : throw NotOfRelationship(relationship, target);
    }

    private static List<EntityReference> Resolve(
        Operation operation, Relationship relationship, EntityReferenceCollection related, string table)
    {
        List<EntityReference> rows = [];
        foreach (EntityReference row in related)
        {
            if (row.LogicalName != table)
            {
                throw NotOfRelationship(relationship, row);
            }

            row.Id = RowKeys.IdOf(operation, operation.Tables.Get(table), row);
            RequireThere(operation, row);
            rows.Add(row);
        }

        return rows;
    }

    private static void RequireThere(Operation operation, EntityReference row)
    {
        if (!operation.Session.Exists(operation.Tables.Get(row.LogicalName), row.Id))
        {
            throw RowWriter.NotFound(row.LogicalName, row.Id);
        }
    }

    private static Exception NotOfRelationship(Relationship relationship, EntityReference row) =>
        QueryFault.Argument($"'{row.LogicalName}' is not at this end of the relationship "
            + $"'{relationship.SchemaName}' ({relationship.ReferencedTable}, {relationship.ReferencingTable}).");
}
