using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Query;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Conflicts;

/// <summary>
/// Tells the watch which rows and columns a plugin has read. Rows of aggregates and distinct results cannot be named
/// and are not watched; a column that is only filtered or sorted by does not count.
/// </summary>
internal sealed class ReadRecorder
{
    private readonly ConflictWatch _watch;
    private readonly string _plugin;
    private readonly Dictionary<Source, string> _linkedIds = [];

    private ReadRecorder(ConflictWatch watch, string plugin)
    {
        _watch = watch;
        _plugin = plugin;
    }

    /// <summary>Null: nobody watches, or the reader is no plugin.</summary>
    public static ReadRecorder? For(Operation operation) =>
        operation.Unit.Watch is ConflictWatch watch && PluginCode.ReaderOf(operation) is string plugin
            ? new ReadRecorder(watch, plugin)
            : null;

    public void Record(Table table, Guid id, ColumnSet columns)
    {
        IEnumerable<string> read = columns.AllColumns
            ? table.OrderedColumns.Select(column => column.LogicalName)
            : columns.Columns;
        Record(table, id, read);
    }

    /// <summary>Before a query runs: every linked row that brings columns brings its id too.</summary>
    public void Prepare(SelectQuery query)
    {
        if (query.IsAggregate || query.Distinct)
        {
            return;
        }

        foreach (Source source in query.Root.WithFlatDescendants())
        {
            if (source == query.Root || source.Columns.Count == 0)
            {
                continue;
            }

            string name = "local." + source.Alias;
            source.Columns.Add(new SelectColumn(source, source.Table.Find(source.Table.PrimaryId)!) { Alias = name });
            _linkedIds.Add(source, name);
        }
    }

    /// <summary>After it has run; the ids that were added are taken out again.</summary>
    public void Record(SelectQuery query, EntityCollection rows)
    {
        if (query.IsAggregate || query.Distinct)
        {
            return;
        }

        string[] rootColumns = ColumnsOf(query.Root);
        foreach (Entity row in rows.Entities)
        {
            Record(query.Root.Table, row.Id, rootColumns);
            foreach (KeyValuePair<Source, string> linked in _linkedIds)
            {
                RecordLinked(row, linked.Key, linked.Value);
            }
        }
    }

    private static string[] ColumnsOf(Source source) =>
        source.Columns.Select(column => column.Column.LogicalName).ToArray();

    private void RecordLinked(Entity row, Source source, string name)
    {
        if (row.Attributes.TryGetValue(name, out object? value) && value is AliasedValue { Value: Guid id })
        {
            Record(source.Table, id, ColumnsOf(source));
        }

        row.Attributes.Remove(name);
        row.FormattedValues.Remove(name);
    }

    private void Record(Table table, Guid id, IEnumerable<string> columns)
    {
        string[] counted = columns.Where(column => column != table.PrimaryId).ToArray();
        if (counted.Length > 0 && id != Guid.Empty)
        {
            _watch.Read(_plugin, new EntityReference(table.LogicalName, id), counted);
        }
    }
}
