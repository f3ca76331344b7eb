using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;
using Dataverse.Local.Metadata;

namespace Dataverse.Local.Query;

/// <summary>Names of one query while it is read: tables and columns become those of the catalog, aliases become
/// sources; unknown ones fault as on the platform.</summary>
internal sealed partial class QueryScope
{
    /// <summary>Links that the platform allows in one query.</summary>
    private const int MostLinks = 15;

    private readonly TableCatalog _catalog;
    private readonly List<Source> _sources = new();

    public QueryScope(TableCatalog catalog) => _catalog = catalog;

    public Source AddRoot(string? table)
    {
        if (string.IsNullOrEmpty(table)) throw QueryFault.MissingTable();
        Table known = _catalog.Get(table);
        Source root = new(known, known.LogicalName);
        _sources.Add(root);
        return root;
    }

    /// <summary>Without an alias the platform calls the n-th link by its table and n.</summary>
    public Source AddLink(string? table, string? alias)
    {
        if (string.IsNullOrEmpty(table)) throw QueryFault.MissingTable();
        Table known = _catalog.Get(table);
        if (_sources.Count > MostLinks) throw QueryFault.TooManyLinks();
        if (string.IsNullOrEmpty(alias)) alias = table + _sources.Count.ToString(CultureInfo.InvariantCulture);
        else CheckAlias(alias);
        if (_sources.Exists(s => s.Alias == alias && s != _sources[0])) throw QueryFault.DuplicateAlias(alias);
        Source link = new(known, alias);
        _sources.Add(link);
        return link;
    }

    public static Column Column(Source source, string? name)
    {
        if (string.IsNullOrEmpty(name)) throw QueryFault.MissingColumn();
        return source.Table.Find(name) ?? throw QueryFault.UnknownColumn(source.Table.LogicalName, name);
    }

    /// <summary>The source that an entity name in a condition or an order means: an alias, else a table's
    /// name.</summary>
    public Source Named(string? name, Source own)
    {
        if (string.IsNullOrEmpty(name) || own.Alias == name) return own;
        return _sources.Find(s => s.Alias == name && s != _sources[0])
            ?? _sources.Find(s => s.Table.LogicalName == name)
            ?? throw QueryFault.UnknownAlias(name);
    }

    /// <summary>Aliases become part of the result's attribute names (and of SQL), so only letters, digits and _
    /// pass.</summary>
    public static void CheckAlias(string alias)
    {
        if (!AliasForm().IsMatch(alias)) throw QueryFault.BadAlias(alias);
    }

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]{0,127}$", RegexOptions.CultureInvariant)]
    private static partial Regex AliasForm();
}
