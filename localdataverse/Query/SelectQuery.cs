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

    /// <summary>At most so many rows may stand behind an aggregate; null: the platform's limit.</summary>
    public int? AggregateLimit { get; set; }

    /// <summary>The query itself, unless the platform refuses it.</summary>
    public SelectQuery Checked()
    {
        QueryChecks.Check(this);
        return this;
    }

    /// <summary>Sources in the order of appearance, the root first.</summary>
    public IEnumerable<Source> Sources => Root.WithDescendants();
}
