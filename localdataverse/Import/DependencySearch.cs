using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using Dataverse.Local.Messages.Metadata;
using Dataverse.Local.Metadata;
using Dataverse.Local.Registration;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Import;

/// <summary>
/// What stays and needs what goes: lookups, pairs, keys, choice columns, steps, custom APIs, workflows, forms and views
/// that other solutions or administrators have made.
/// </summary>
internal sealed class DependencySearch
{
    private readonly Session _session;
    private readonly TableCatalog _catalog;
    private readonly SolutionInventory _leaving;

    private DependencySearch(Session session, SolutionInventory leaving)
    {
        _session = session;
        _catalog = session.Catalog;
        _leaving = leaving;
    }

    public static IReadOnlyList<Dependency> Find(Session session, SolutionInventory leaving)
    {
        DependencySearch search = new(session, leaving);
        return
        [
            .. search.Lookups(), .. search.Pairs(), .. search.Keys(), .. search.ChoiceColumns(), .. search.Steps(),
            .. search.CustomApis(), .. search.Workflows(), .. search.Forms(), .. search.Views(),
        ];
    }

    private IEnumerable<Dependency> Lookups() =>
        from relationship in _catalog.Relationships
        where relationship.Kind == RelationshipKind.OneToMany && Goes(relationship.ReferencedTable)
            && !Goes(relationship.ReferencingTable)
            && !Goes(relationship.ReferencingTable, relationship.ReferencingColumn)
        select new Dependency(
            TableSide(relationship.ReferencedTable),
            ColumnSide(relationship.ReferencingTable, relationship.ReferencingColumn));

    private IEnumerable<Dependency> Pairs() =>
        from relationship in _catalog.Relationships
        where relationship.Kind == RelationshipKind.ManyToMany
            && Goes(relationship.ReferencedTable) != Goes(relationship.ReferencingTable)
            && !_leaving.Components.Contains(new ComponentKey(ComponentKey.Relationship, relationship.SchemaName))
        select new Dependency(
            TableSide(Goes(relationship.ReferencedTable)
                ? relationship.ReferencedTable
                : relationship.ReferencingTable),
            new DependencySide(ComponentType.Relationship, relationship.SchemaName,
                MetadataIds.OfRelationship(relationship.SchemaName)));

    private IEnumerable<Dependency> Keys() =>
        from table in _catalog.Tables
        where !Goes(table.LogicalName)
        from key in table.Keys
        where !_leaving.Components.Contains(ComponentKey.OfKey(table.LogicalName, key.LogicalName))
        from column in key.Columns
        where Goes(table.LogicalName, column)
        select new Dependency(ColumnSide(table.LogicalName, column), new DependencySide(
            ComponentType.Key, $"{table.LogicalName}.{key.LogicalName}",
            MetadataIds.OfKey(table.LogicalName, key.LogicalName)));

    private IEnumerable<Dependency> ChoiceColumns() =>
        from table in _catalog.Tables
        where !Goes(table.LogicalName)
        from column in table.OrderedColumns
        where column.Choices is { IsGlobal: true } choices
            && _leaving.Components.Contains(new ComponentKey(ComponentKey.Choice, choices.Name))
            && !Goes(table.LogicalName, column.LogicalName)
        select new Dependency(
            new DependencySide(
                ComponentType.Choice, column.Choices!.Name, MetadataIds.OfChoices(column.Choices.Name)),
            ColumnSide(table.LogicalName, column.LogicalName));

    private IEnumerable<Dependency> Steps()
    {
        foreach (Entity step in Staying(StepRows.TableName))
        {
            DependencySide dependent = new(ComponentType.Step, step.GetAttributeValue<string>("name"), step.Id);
            if (GoingLookup(step, "plugintypeid", ComponentType.PluginType) is DependencySide type)
            {
                yield return new Dependency(type, dependent);
            }
            else if (TableOf(step) is string table && Goes(table))
            {
                yield return new Dependency(TableSide(table), dependent);
            }
        }
    }

    private IEnumerable<Dependency> CustomApis() =>
        from api in Staying(CustomApiRows.TableName)
        let type = GoingLookup(api, "plugintypeid", ComponentType.PluginType)
        where type is not null
        select new Dependency(type, new DependencySide(
            ComponentType.CustomApi, api.GetAttributeValue<string>("uniquename"), api.Id));

    private IEnumerable<Dependency> Workflows() =>
        from workflow in Staying("workflow")
        let table = workflow.GetAttributeValue<string>("primaryentity")
        where table is not null && Goes(table)
        select new Dependency(TableSide(table), new DependencySide(
            ComponentType.Workflow, workflow.GetAttributeValue<string>("name"), workflow.Id));

    private IEnumerable<Dependency> Forms()
    {
        HashSet<string> scripts = GoingWebResources();
        foreach (Entity form in Staying("systemform"))
        {
            string table = form.GetAttributeValue<string>("objecttypecode") ?? string.Empty;
            if (Goes(table) || Parse(form, "formxml") is not XElement xml)
            {
                continue;
            }

            DependencySide dependent = new(ComponentType.Form, form.GetAttributeValue<string>("name"), form.Id);
            foreach (string column in Attributes(xml, "control", "datafieldname").Where(name => Goes(table, name)))
            {
                yield return new Dependency(ColumnSide(table, column), dependent);
            }

            foreach (string script in Attributes(xml, "Library", "name").Where(scripts.Contains))
            {
                yield return new Dependency(
                    new DependencySide(ComponentType.WebResource, script, Guid.Empty), dependent);
            }
        }
    }

    private IEnumerable<Dependency> Views()
    {
        foreach (Entity view in Staying("savedquery"))
        {
            string table = view.GetAttributeValue<string>("returnedtypecode") ?? string.Empty;
            if (Goes(table) || Parse(view, "fetchxml")?.Element("entity") is not XElement entity)
            {
                continue;
            }

            DependencySide dependent = new(ComponentType.View, view.GetAttributeValue<string>("name"), view.Id);
            IEnumerable<string> named = Attributes(entity, "attribute", "name")
                .Concat(entity.Elements("filter").SelectMany(filter => Attributes(filter, "condition", "attribute")));
            foreach (string column in named.Distinct().Where(name => Goes(table, name)))
            {
                yield return new Dependency(ColumnSide(table, column), dependent);
            }
        }
    }

    private bool Goes(string table) => _leaving.Components.Contains(new ComponentKey(ComponentKey.Table, table));

    private bool Goes(string table, string column) =>
        _leaving.Components.Contains(ComponentKey.OfColumn(table, column));

    private IEnumerable<Entity> Staying(string table) => _session.All(_catalog.Get(table))
        .Where(row => !_leaving.Components.Contains(ComponentKey.OfRow(table, row.Id)));

    private HashSet<string> GoingWebResources() => new(
        _leaving.Parts.Where(part => part.StartsWith("WebResource|", StringComparison.Ordinal))
            .Select(part => part.Split('|')[1]),
        StringComparer.OrdinalIgnoreCase);

    private DependencySide? GoingLookup(Entity row, string lookup, int type) =>
        row.GetAttributeValue<EntityReference>(lookup) is EntityReference named
            && _leaving.Components.Contains(ComponentKey.OfRow(named.LogicalName, named.Id))
            ? new DependencySide(type, named.Name ?? string.Empty, named.Id)
            : null;

    private string? TableOf(Entity step) =>
        step.GetAttributeValue<EntityReference>("sdkmessagefilterid") is EntityReference filter
            ? _session.Find(_catalog.Get("sdkmessagefilter"), filter.Id,
                new Microsoft.Xrm.Sdk.Query.ColumnSet("primaryobjecttypecode"))
                ?.GetAttributeValue<string>("primaryobjecttypecode")
            : null;

    private static IEnumerable<string> Attributes(XElement xml, string element, string attribute) =>
        xml.Descendants(element).Select(x => ((string?)x.Attribute(attribute))?.ToLowerInvariant()).OfType<string>()
            .Distinct();

    /// <summary>Null for XML that a client has written and that is none: nothing can be said about it.</summary>
    private static XElement? Parse(Entity row, string column)
    {
        try
        {
            string? text = row.GetAttributeValue<string>(column);
            return string.IsNullOrEmpty(text) ? null : XElement.Parse(text);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static DependencySide TableSide(string table) =>
        new(ComponentType.Table, table, MetadataIds.OfTable(table));

    private static DependencySide ColumnSide(string table, string column) =>
        new(ComponentType.Column, $"{table}.{column}", MetadataIds.OfColumn(table, column));
}
