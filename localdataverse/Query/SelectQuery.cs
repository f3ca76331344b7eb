using System.Collections.Generic;

namespace Dataverse.Local.Query;

/// <summary>The one query model: QueryExpression, QueryByAttribute and FetchXML are read into it, SQL is written from
/// it. Names are resolved already: sources, columns and values are those of the catalog.</summary>
internal sealed class SelectQuery
{
    public SelectQuery(Source root) => Root = root;

    public Source Root { get; }

    public List<Order> Orders { get; } = new();

    public bool Distinct { get; set; }

    /// <summary>Every result column is a group or an aggregate.</summary>
    public bool IsAggregate { get; set; }

    /// <summary>At most so many rows, without paging.</summary>
    public int? Top { get; set; }

    public Page? Page { get; set; }

    /// <summary>Orders choices by value; otherwise they sort by label.</summary>
    public bool RawChoiceOrder { get; set; }

    /// <summary>Rows that are equal by every order follow their id, in the direction of the last order, so that one
    /// index can serve both.</summary>
    public bool IdDescends => Orders.Count > 0 && Orders[^1].Descending;

    /// <summary>Faults if a link that only tests (exists, in) is asked for columns or an order.</summary>
    public SelectQuery Checked()
    {
        HashSet<Source> flat = new(Root.WithFlatDescendants());
        foreach (Source source in Sources)
        {
            if (!flat.Contains(source) && source.Columns.Count > 0) throw QueryFault.NotInResult(source.Alias);
        }

        Order? hidden = Orders.Find(o => !flat.Contains(o.Source));
        return hidden is null ? this : throw QueryFault.NotInResult(hidden.Source.Alias);
    }

    /// <summary>Sources in the order of appearance, the root first.</summary>
    public IEnumerable<Source> Sources => Root.WithDescendants();
}
