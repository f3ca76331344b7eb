using System;
using System.Collections.Generic;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Conflicts;

/// <summary>
/// What the plugins of one transaction read and wrote, row by row. It begins with the request, so that what a step of
/// stage 10 read before the transaction counts too, and ends with the transaction.
/// </summary>
internal sealed class ConflictWatch
{
    private readonly ConflictLog _log;
    private readonly Dictionary<EntityReference, RowHistory> _rows = [];
    private readonly Dictionary<Entity, TargetChange> _targets = new(ReferenceEqualityComparer.Instance);

    public ConflictWatch(ConflictLog log) => _log = log;

    public void Created(string table, Guid id) => Of(table, id).Created();

    /// <summary>The primary id does not count: it never changes.</summary>
    public void Read(string plugin, EntityReference row, IEnumerable<string> columns) =>
        Of(row.LogicalName, row.Id).Read(plugin, columns);

    /// <summary>An update of the columns of a row, which may have been changed by steps before.</summary>
    public void Updated(Operation operation, Entity changes, ConcurrencyBehavior concurrency)
    {
        RowHistory row = Of(changes.LogicalName, changes.Id);
        if (concurrency == ConcurrencyBehavior.IfRowVersionMatches)
        {
            row.Matched();
        }
        else if (PluginCode.WriterOf(operation, changes.LogicalName, changes.Id) is string plugin)
        {
            row.Written(plugin, changes.Attributes.Keys);
        }
        else
        {
            bool isTouched = _targets.TryGetValue(changes, out TargetChange? touched);
            row.Written(isTouched ? touched!.Plugin : null, isTouched ? touched!.Columns : []);
        }
    }

    public void Deleted(Operation operation, EntityReference target, ConcurrencyBehavior concurrency)
    {
        RowHistory row = Of(target.LogicalName, target.Id);
        if (concurrency == ConcurrencyBehavior.IfRowVersionMatches)
        {
            row.Matched();
        }
        else
        {
            row.Written(PluginCode.WriterOf(operation, target.LogicalName, target.Id), []);
        }
    }

    /// <summary>The store has written the row, for whomever.</summary>
    public void Locked(string table, Guid id) => Of(table, id).Written(null, []);

    /// <summary>A step of stage 10 or 20 has set columns of an Update's target.</summary>
    public void TargetChanged(Entity target, TargetChange change)
    {
        if (_targets.TryGetValue(target, out TargetChange? earlier))
        {
            change.Columns.UnionWith(earlier.Columns);
        }

        _targets[target] = change;
    }

    public void BeforeCommit()
    {
        List<RowConflict>? found = null;
        foreach (KeyValuePair<EntityReference, RowHistory> row in _rows)
        {
            if (row.Value.Conflict(row.Key.LogicalName, row.Key.Id) is RowConflict conflict)
            {
                (found ??= []).Add(conflict);
            }
        }

        if (found is not null)
        {
            _log.Report(found);
        }
    }

    /// <summary>The transaction is over.</summary>
    public void Forget()
    {
        _rows.Clear();
        _targets.Clear();
    }

    private RowHistory Of(string table, Guid id)
    {
        EntityReference key = new(table, id);
        if (!_rows.TryGetValue(key, out RowHistory? row))
        {
            row = new RowHistory();
            _rows.Add(key, row);
        }

        return row;
    }
}
