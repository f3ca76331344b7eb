using System;
using System.Collections.Generic;
using Dataverse.Local.Messages.Relations;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Relationship = Dataverse.Local.Metadata.Relationship;

namespace Dataverse.Local.Messages.Rows;

/// <summary>
/// What deleting a row does to the rows that point to it. All restrictions are looked at before anything is changed.
/// Cascaded deletes are requests of their own, with their steps; removing a link is not.
/// </summary>
internal static class DeleteCascade
{
    public static void Run(Operation operation, Table table, Guid id)
    {
        IReadOnlyList<Relationship> relationships = operation.Tables.ChildrenOf(table.LogicalName);
        foreach (Relationship relationship in relationships)
        {
            if (relationship.OnDelete == Cascade.Restrict
                && ChildRows.Of(operation, relationship, id, most: 1).Count > 0)
            {
                throw Fault.Because(
                    ErrorCodes.CannotDeleteDueToAssociation,
                    "The object you tried to delete is associated with another object and cannot be deleted. "
                        + $"({relationship.ReferencingTable}.{relationship.ReferencingColumn})");
            }
        }

        foreach (Relationship relationship in relationships)
        {
            if (ActivityRows.IsOfPointer(relationship))
            {
                continue;
            }

            if (relationship.OnDelete is Cascade.Cascade or Cascade.Active or Cascade.UserOwned)
            {
                DeleteChildren(operation, relationship, id);
            }
            else if (relationship.OnDelete == Cascade.RemoveLink)
            {
                RemoveLinks(operation, relationship, id);
            }
        }

        foreach (Relationship relationship in operation.Tables.ManyToManyOf(table.LogicalName))
        {
            new IntersectRows(operation, relationship).RemoveAll(table.LogicalName, id);
        }
    }

    private static void DeleteChildren(Operation operation, Relationship relationship, Guid id)
    {
        foreach (Guid child in ChildRows.Of(operation, relationship, id))
        {
            operation.Execute(new DeleteRequest
            {
                Target = new EntityReference(relationship.ReferencingTable, child),
            });
        }
    }

    private static void RemoveLinks(Operation operation, Relationship relationship, Guid id)
    {
        Table table = operation.Tables.Get(relationship.ReferencingTable);
        foreach (Guid child in ChildRows.Of(operation, relationship, id))
        {
            AttributeCollection changes = new() { [relationship.ReferencingColumn] = null! };
            operation.Session.Update(table, child, changes);
            operation.Engine.Requests.CountWritten();
        }
    }
}
