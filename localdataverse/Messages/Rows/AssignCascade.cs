using System;
using System.Collections.Generic;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Relationship = Dataverse.Local.Metadata.Relationship;

namespace Dataverse.Local.Messages.Rows;

/// <summary>
/// What a new owner means for the rows below: each relationship says whether all of them follow, the active ones,
/// those of the old owner or none. Every one that follows is an Update of its owner with its steps.
/// </summary>
internal sealed class AssignCascade
{
    private static readonly ColumnSet Owner = new("ownerid");
    private static readonly ColumnSet OwnerAndState = new("ownerid", "statecode");

    private readonly Table _table;
    private readonly Guid _id;
    private readonly EntityReference? _from;
    private readonly EntityReference _to;

    private AssignCascade(Table table, Guid id, EntityReference? from, EntityReference to)
    {
        _table = table;
        _id = id;
        _from = from;
        _to = to;
    }

    /// <summary>Before the row is written; null: its owner stays the same, and so do the rows below.</summary>
    public static AssignCascade? Of(Operation operation, TableProfile profile, Entity changes)
    {
        if (!profile.IsUserOwned || !changes.Attributes.TryGetValue("ownerid", out object? value)
            || value is not EntityReference to)
        {
            return null;
        }

        EntityReference? from = operation.Session.Find(profile.Table, changes.Id, Owner)
            ?.GetAttributeValue<EntityReference>("ownerid");
        return IsSame(from, to) ? null : new AssignCascade(profile.Table, changes.Id, from, to);
    }

    /// <summary>After the row is written. A row whose cascade is running already is not cascaded from again.</summary>
    public void Follow(Operation operation)
    {
        HashSet<Guid> running = operation.Unit.Note<RunningCascades>().Assigning;
        if (!running.Add(_id))
        {
            return;
        }

        try
        {
            foreach (Relationship relationship in operation.Tables.ChildrenOf(_table.LogicalName))
            {
                bool follows = relationship.OnAssign is Cascade.Cascade or Cascade.Active or Cascade.UserOwned;
                if (follows && !ActivityRows.IsOfPointer(relationship))
                {
                    AssignChildren(operation, relationship);
                }
            }
        }
        finally
        {
            running.Remove(_id);
        }
    }

    private static bool IsSame(EntityReference? one, EntityReference? other) =>
        one?.Id == other?.Id && one?.LogicalName == other?.LogicalName;

    private void AssignChildren(Operation operation, Relationship relationship)
    {
        Table children = operation.Tables.Get(relationship.ReferencingTable);
        if (children.Ownership != Ownership.User)
        {
            return;
        }

        ColumnSet columns = children.State is null ? Owner : OwnerAndState;
        foreach (Guid id in ChildRows.Of(operation, relationship, _id))
        {
            Entity? child = operation.Session.Find(children, id, columns);
            EntityReference? owner = child?.GetAttributeValue<EntityReference>("ownerid");
            if (child is null || IsSame(owner, _to) || !Follows(relationship.OnAssign, child, owner))
            {
                continue;
            }

            operation.Execute(new UpdateRequest
            {
                Target = new Entity(children.LogicalName, id)
                {
                    ["ownerid"] = new EntityReference(_to.LogicalName, _to.Id),
                },
            });
        }
    }

    private bool Follows(Cascade rule, Entity child, EntityReference? owner) => rule switch
    {
        Cascade.Active => child.GetAttributeValue<OptionSetValue>("statecode")?.Value is null or 0,
        Cascade.UserOwned => IsSame(owner, _from),
        _ => true,
    };
}
