using System;
using System.Collections.Generic;
using Dataverse.Local.Messages.Rows;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Relationship = Dataverse.Local.Metadata.Relationship;

namespace Dataverse.Local.Messages.Relations;

/// <summary>
/// The rows of all relationships of the subordinate, custom ones and closed documents included: for a table that can be
/// merged, no other behaviour can be chosen.
/// </summary>
internal sealed class MergedChildren
{
    /// <summary>Who was merged into the subordinate before stays so.</summary>
    private const string Master = "masterid";

    private readonly Operation _operation;
    private readonly EntityReference _from;
    private readonly EntityReference _to;

    public MergedChildren(Operation operation, EntityReference from, EntityReference to)
    {
        _operation = operation;
        _from = from;
        _to = to;
    }

    public void Move()
    {
        foreach (Relationship relationship in _operation.Tables.ChildrenOf(_from.LogicalName))
        {
            if (relationship.ReferencingColumn == Master && relationship.ReferencingTable == _from.LogicalName)
            {
                continue;
            }

            foreach (Guid child in ChildRows.Of(_operation, relationship, _from.Id))
            {
                Move(relationship, child);
            }
        }

        foreach (Relationship relationship in _operation.Tables.ManyToManyOf(_from.LogicalName))
        {
            new IntersectRows(_operation, relationship).Move(_from.LogicalName, _from.Id, _to.Id);
        }
    }

    private void Move(Relationship relationship, Guid child)
    {
        Table table = _operation.Tables.Get(relationship.ReferencingTable);
        Entity changes = new(table.LogicalName, child)
        {
            [relationship.ReferencingColumn] = new EntityReference(_to.LogicalName, _to.Id),
        };
        bool isWritable = table.Find(relationship.ReferencingColumn)!.ValidForUpdate
            && !ActivityRows.IsOfPointer(relationship);
        if (!_operation.Engine.Options.Merge.RaiseUpdateOnChildren || !isWritable)
        {
            Defaults.Touch(_operation, _operation.Engine.Profiles.Of(table), changes);
            _operation.Session.Update(table, child, changes.Attributes);
            _operation.Engine.Requests.CountWritten();
            return;
        }

        HashSet<Guid> moving = _operation.Unit.Note<RunningCascades>().Moving;
        moving.Add(child);
        try
        {
            _operation.Execute(new UpdateRequest { Target = changes });
        }
        finally
        {
            moving.Remove(child);
        }
    }
}
