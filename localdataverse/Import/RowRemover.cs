using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Registration;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk;
using Relationship = Dataverse.Local.Metadata.Relationship;

namespace Dataverse.Local.Import;

/// <summary>
/// Deletes rows of the platform's tables with what hangs on them, past the pipeline: what an uninstall takes away
/// raises no events.
/// </summary>
internal sealed class RowRemover
{
    /// <summary>Rows that speak of a table by its name: they go with the table.</summary>
    private static readonly KeyValuePair<string, string>[] AboutTables =
    [
        new("systemform", "objecttypecode"), new("savedquery", "returnedtypecode"),
        new("savedqueryvisualization", "primaryentitytypecode"), new("sdkmessagefilter", "primaryobjecttypecode"),
        new("principalobjectaccess", "objecttypecode"), new("fieldpermission", "entityname"),
        new("asyncoperation", "primaryentitytype"),
    ];

    private readonly TableCatalog _catalog;
    private readonly Session _session;

    public RowRemover(Session session)
    {
        _session = session;
        _catalog = session.Catalog;
    }

    public void Delete(string tableName, Guid id)
    {
        if (_catalog.Find(tableName) is not Table table || !_session.Exists(table, id))
        {
            return;
        }

        foreach (Relationship relationship in _catalog.ChildrenOf(tableName))
        {
            Release(relationship, id);
        }

        foreach (Relationship relationship in _catalog.ManyToManyOf(tableName))
        {
            Unlink(relationship, tableName, id);
        }

        _session.Delete(table, id);
    }

    /// <summary>Forms, views, privileges, shares ... of a table that goes.</summary>
    public void DeleteAbout(Table table)
    {
        foreach ((string about, string column) in AboutTables)
        {
            if (_catalog.Find(about) is Table known && known.Find(column) is not null)
            {
                DeleteAll(known, _session.Where(known, column, table.LogicalName));
            }
        }

        Table privileges = _catalog.Get("privilege");
        DeleteAll(privileges, _session.All(privileges)
            .Where(row => IsOf(table, row.GetAttributeValue<string>("name"))));
    }

    private static bool IsOf(Table table, string? privilege) =>
        privilege is not null && privilege.StartsWith("prv", StringComparison.Ordinal)
        && privilege.EndsWith(table.SchemaName, StringComparison.OrdinalIgnoreCase)
        && privilege[3..^table.SchemaName.Length] is "Create" or "Read" or "Write" or "Delete" or "Append"
            or "AppendTo" or "Assign" or "Share";

    private void DeleteAll(Table table, IEnumerable<Entity> rows)
    {
        foreach (Entity row in rows.ToArray())
        {
            Delete(table.LogicalName, row.Id);
        }
    }

    private void Release(Relationship relationship, Guid id)
    {
        Table children = _catalog.Get(relationship.ReferencingTable);
        if (children.Find(relationship.ReferencingColumn) is not { IsStored: true })
        {
            return;
        }

        foreach (Entity child in _session.Where(children, relationship.ReferencingColumn, id))
        {
            if (relationship.OnDelete == Cascade.Cascade)
            {
                Delete(children.LogicalName, child.Id);
            }
            else if (relationship.OnDelete == Cascade.RemoveLink)
            {
                _session.Update(children, child.Id, new AttributeCollection
                {
                    [relationship.ReferencingColumn] = null!,
                });
            }
        }
    }

    private void Unlink(Relationship relationship, string table, Guid id)
    {
        if (relationship.IntersectTable is null || _catalog.Find(relationship.IntersectTable) is not Table pairs)
        {
            return;
        }

        string? column = relationship.ReferencedTable == table
            ? relationship.FirstIntersectColumn
            : relationship.SecondIntersectColumn;
        if (column is not null && pairs.Find(column) is not null)
        {
            foreach (Entity pair in _session.Where(pairs, column, id))
            {
                _session.Delete(pairs, pair.Id);
            }
        }
    }
}
