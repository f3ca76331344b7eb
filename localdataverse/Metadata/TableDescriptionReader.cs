using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;

namespace Dataverse.Local.Metadata;

/// <summary>One <c>table</c> element of the compact format: its table, its columns, the relationships of its
/// lookups.</summary>
internal sealed class TableDescriptionReader
{
    private readonly XElement _element;
    private readonly string _table;

    public TableDescriptionReader(XElement element)
    {
        _element = element;
        _table = Text(element, "name")!.ToLowerInvariant();
    }

    /// <summary>The table lacks the columns of its ownership (created on, owner ...).</summary>
    public bool VersionOnly => Flag(_element, "bare");

    public Table ReadTable() => new()
    {
        LogicalName = _table,
        SchemaName = Text(_element, "name")!,
        EntitySetName = Text(_element, "set") ?? _table + "s",
        ObjectTypeCode = Number(_element, "code") ?? throw Broken("code is missing"),
        PrimaryId = Text(_element, "id") ?? _table + "id",
        PrimaryName = Text(_element, "primary"),
        Ownership = Enum.Parse<Ownership>(Text(_element, "owner") ?? nameof(Ownership.None)),
        Labels = new(Text(_element, "label") ?? LabelText.FromSchemaName(Text(_element, "name")!)),
        CollectionLabels = new(Text(_element, "plural") ?? LabelText.FromSchemaName(Text(_element, "name")!) + "s"),
        IsActivity = Flag(_element, "activity"),
        IsIntersect = Flag(_element, "intersect"),
        GuardsAccess = Flag(_element, "guards"),
    };

    public IEnumerable<Column> ReadColumns()
    {
        ColumnDescriptionReader reader = new(_table, Text(_element, "primary"));
        string id = Text(_element, "id") ?? _table + "id";
        if (_element.Elements().All(e => Text(e, "name")?.ToLowerInvariant() != id))
        {
            yield return reader.PrimaryId(id, Text(_element, "idName") ?? Text(_element, "name") + "Id");
        }

        foreach (Column column in _element.Elements().Where(e => e.Name.LocalName != "pairs").SelectMany(reader.Read))
        {
            yield return column;
        }
    }

    /// <summary>Once every table is in the catalog: a relationship names the id of the other table.</summary>
    public IEnumerable<Relationship> ReadRelationships(TableCatalog catalog) =>
        _element.Elements().Where(e => e.Attribute("target") is not null).SelectMany(e => OfLookup(e, catalog))
            .Concat(_element.Elements("pairs").Select(OfPairs));

    internal static string? Text(XElement element, string name) => (string?)element.Attribute(name);

    internal static bool Flag(XElement element, string name) => Text(element, name) == "1";

    internal static int? Number(XElement element, string name) =>
        Text(element, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    private IEnumerable<Relationship> OfLookup(XElement lookup, TableCatalog catalog)
    {
        string column = Text(lookup, "name")!.ToLowerInvariant();
        string[] targets = Text(lookup, "target")!.Split(',');
        string[] names = Text(lookup, "rel")?.Split(',') ?? targets.Select(t => $"{t}_{_table}_{column}").ToArray();
        if (names.Length != targets.Length)
            throw Broken($"{column} has {targets.Length} targets, {names.Length} names");
        for (int i = 0; i < targets.Length; i++)
        {
            yield return new Relationship
            {
                SchemaName = names[i], ReferencedTable = targets[i],
                ReferencedColumn = catalog.Get(targets[i]).PrimaryId, ReferencingTable = _table,
                ReferencingColumn = column, ReferencedNavigation = names[i],
                ReferencingNavigation = targets.Length == 1 ? Text(lookup, "nav") ?? column : $"{column}_{targets[i]}",
                OnDelete = Rule(lookup, "delete", Cascade.RemoveLink), OnAssign = Rule(lookup, "assign"),
                OnReparent = Rule(lookup, "reparent"), OnShare = Rule(lookup, "share"),
                OnUnshare = Rule(lookup, "share"), OnMerge = Rule(lookup, "merge"),
                IsHierarchical = Flag(lookup, "hierarchical"),
            };
        }
    }

    private Relationship OfPairs(XElement pairs) => new()
    {
        SchemaName = Text(pairs, "rel")!, Kind = RelationshipKind.ManyToMany,
        ReferencedTable = Text(pairs, "first")!, ReferencedColumn = Text(pairs, "first") + "id",
        ReferencingTable = Text(pairs, "second")!, ReferencingColumn = Text(pairs, "second") + "id",
        ReferencedNavigation = Text(pairs, "rel"), ReferencingNavigation = Text(pairs, "rel"), IntersectTable = _table,
        FirstIntersectColumn = Text(pairs, "first") + "id", SecondIntersectColumn = Text(pairs, "second") + "id",
    };

    /// <summary>The attribute <c>parental</c> is short for cascading everything.</summary>
    private static Cascade Rule(XElement lookup, string name, Cascade otherwise = Cascade.NoCascade) =>
        Text(lookup, name) is { } rule ? Enum.Parse<Cascade>(rule)
        : Flag(lookup, "parental") ? Cascade.Cascade
        : otherwise;

    private InvalidOperationException Broken(string what) => new($"Description of table {_table}: {what}.");
}
