using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Metadata;

namespace Dataverse.Local.Query;

/// <summary>One table as it takes part in a query: what is read of it, how it is filtered, what hangs on it.</summary>
internal sealed class Source
{
    public Source(Table table, string alias)
    {
        Table = table;
        Alias = alias;
    }

    public Table Table { get; }

    /// <summary>Unique in the query; prefix of the result's attribute names, except for the root.</summary>
    public string Alias { get; }

    public List<SelectColumn> Columns { get; } = new();

    public Filter? Filter { get; set; }

    public List<Join> Joins { get; } = new();

    /// <summary>This source and those joined to it whose columns can be part of the result.</summary>
    public IEnumerable<Source> WithFlatDescendants() =>
        Joins.Where(j => j.IsFlat).SelectMany(j => j.Target.WithFlatDescendants()).Prepend(this);

    public IEnumerable<Source> WithDescendants() =>
        Joins.SelectMany(j => j.Target.WithDescendants()).Prepend(this);
}
