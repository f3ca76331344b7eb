using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Registration;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Import;

/// <summary>
/// Takes components away, with their data: first out of the database, inside the transaction, then, when nothing can
/// refuse any more, out of catalog and registry.
/// </summary>
internal sealed class ComponentRemoval
{
    private readonly Engine _engine;
    private readonly SolutionInventory _leaving;
    private readonly HashSet<string> _tables;
    private readonly List<string> _assemblies = [];

    public ComponentRemoval(Engine engine, SolutionInventory leaving)
    {
        _engine = engine;
        _leaving = leaving;
        _tables = [.. leaving.Components.Where(key => key.Kind == ComponentKey.Table).Select(key => key.Name)];
    }

    private TableCatalog Catalog => _engine.Tables;

    public void FromStore(Session session)
    {
        RowRemover rows = new(session);
        _assemblies.AddRange(Of(AssemblyRows.TableName).Select(key => NameOfAssembly(session, key)).OfType<string>());
        foreach (ComponentKey key in _leaving.Components.Where(key => key.RowId is not null))
        {
            rows.Delete(key.Kind, key.RowId!.Value);
        }

        SchemaRemover schema = new(session.Connection);
        foreach (Table table in _tables.Select(Catalog.Find).OfType<Table>())
        {
            rows.DeleteAbout(table);
        }

        foreach (Table intersect in Intersects())
        {
            schema.DropTable(intersect);
        }

        foreach (ComponentKey key in Inner(ComponentKey.AlternateKey))
        {
            schema.DropKey(Catalog.Get(Parent(key)), Leaf(key));
        }

        foreach (ComponentKey key in Inner(ComponentKey.Column))
        {
            Table table = Catalog.Get(Parent(key));
            if (table.Find(Leaf(key)) is Column column)
            {
                schema.DropColumn(table, column);
            }
        }

        foreach (Table table in _tables.Select(Catalog.Find).OfType<Table>())
        {
            schema.DropTable(table);
        }
    }

    public void FromCatalog()
    {
        string[] intersects = [.. Intersects().Select(table => table.LogicalName)];
        HashSet<string> relationships = new(
            Of(ComponentKey.Relationship).Select(key => key.Name), StringComparer.OrdinalIgnoreCase);
        Catalog.RemoveRelationships(relationship => relationships.Contains(relationship.SchemaName));
        foreach (ComponentKey key in Inner(ComponentKey.AlternateKey))
        {
            Catalog.RemoveKey(Catalog.Get(Parent(key)), Leaf(key));
        }

        foreach (ComponentKey key in Inner(ComponentKey.Column))
        {
            Catalog.RemoveColumn(Catalog.Get(Parent(key)), Leaf(key));
        }

        foreach (string table in _tables.Concat(intersects))
        {
            Catalog.RemoveTable(table);
        }

        RemoveChoices();
        RemoveRegistrations();
    }

    private void RemoveChoices()
    {
        foreach (ComponentKey key in Of(ComponentKey.Choice))
        {
            Catalog.RemoveGlobalChoice(key.Name);
        }

        foreach (ComponentKey key in Of(ComponentKey.Option))
        {
            int value = int.Parse(Leaf(key), CultureInfo.InvariantCulture);
            string set = Parent(key);
            Catalog.FindGlobalChoice(set)?.Remove(value);
            foreach (Column column in Catalog.Tables.SelectMany(table => table.OrderedColumns)
                .Where(column => column.Choices is { IsGlobal: false } choices && choices.Name == set))
            {
                column.Choices!.Remove(value);
            }
        }
    }

    private void RemoveRegistrations()
    {
        Registry registry = _engine.Registry;
        registry.RemoveSteps(Of(StepRows.TableName).Select(key => key.RowId!.Value));
        foreach (ComponentKey key in Of(CustomApiRows.TableName))
        {
            registry.RemoveCustomApi(key.RowId!.Value);
        }

        foreach (string assembly in _assemblies)
        {
            registry.RemoveAssembly(assembly);
            _engine.Plugins.Forget(assembly);
        }

        registry.RemoveParts(part => _leaving.Parts.Contains(SolutionInventory.PartOf(part))
            || (part.Table is not null && _tables.Contains(part.Table)));
    }

    private static string? NameOfAssembly(Session session, ComponentKey key) =>
        session.Find(session.Catalog.Get(AssemblyRows.TableName), key.RowId!.Value, new ColumnSet("name"))
            ?.GetAttributeValue<string>("name");

    /// <summary>Tables of pairs whose relationship goes, or one of whose tables does.</summary>
    private IEnumerable<Table> Intersects()
    {
        HashSet<string> relationships = new(
            Of(ComponentKey.Relationship).Select(key => key.Name), StringComparer.OrdinalIgnoreCase);
        return Catalog.Relationships
            .Where(relationship => relationship.IntersectTable is not null
                && (relationships.Contains(relationship.SchemaName)
                    || _tables.Contains(relationship.ReferencedTable)
                    || _tables.Contains(relationship.ReferencingTable)))
            .Select(relationship => Catalog.Find(relationship.IntersectTable!))
            .OfType<Table>()
            .ToArray();
    }

    private IEnumerable<ComponentKey> Of(string kind) => _leaving.Components.Where(key => key.Kind == kind);

    /// <summary>Columns or keys of tables that stay.</summary>
    private ComponentKey[] Inner(string kind) =>
        [.. Of(kind).Where(key => !_tables.Contains(Parent(key)) && Catalog.Find(Parent(key)) is not null)];

    private static string Parent(ComponentKey key) => key.Name[..key.Name.LastIndexOf('.')];

    private static string Leaf(ComponentKey key) => key.Name[(key.Name.LastIndexOf('.') + 1)..];
}
