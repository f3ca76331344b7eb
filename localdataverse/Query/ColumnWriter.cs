using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Store;

namespace Dataverse.Local.Query;

/// <summary>The select list with its groups, and beside it the description by which rows are read back.</summary>
internal sealed class ColumnWriter
{
    private readonly SelectQuery _query;
    private readonly SourceNames _names;
    private readonly Func<Table, TablePlan> _planOf;
    private readonly List<string> _list = new();
    private readonly List<ResultColumn> _results = new();
    private readonly Dictionary<SelectColumn, string> _computed = new();

    public ColumnWriter(
        SelectQuery query, SourceNames names, QueryContext context, Func<Table, TablePlan> planOf)
    {
        _query = query;
        _names = names;
        _planOf = planOf;
        Context = context;
    }

    public QueryContext Context { get; }

    public string Sql => string.Join(", ", _list);

    public IReadOnlyList<ResultColumn> Results => _results;

    /// <summary>Groups of an aggregate query; of a distinct one that shows text, what tells its rows apart: two
    /// spellings of one text are one row.</summary>
    public List<string> Groups { get; } = new();

    public bool IsDistinct => _query.Distinct && !_query.IsAggregate && Groups.Count == 0;

    public int CountOrdinal { get; private set; } = -1;

    public void WriteAll()
    {
        List<Source> sources = _query.Root.WithFlatDescendants().ToList();
        if (!_query.IsAggregate && !_query.Distinct) AddId();
        foreach (Source source in sources)
        {
            foreach (SelectColumn column in source.Columns) Add(column);
        }

        if (_query.IsAggregate)
        {
            CountOrdinal = _list.Count;
            _list.Add("count(*)");
        }
        else if (!_query.Distinct)
        {
            foreach (Source source in sources) AddCurrency(source);
            AddVersion();
        }
        else if (sources.Exists(s => s.Columns.Exists(c => c.Column.IsText)))
        {
            Groups.AddRange(sources.SelectMany(s => s.Columns).Where(c => c.Column.IsStored).Select(Told));
        }

        if (_list.Count == 0) _list.Add("1");
        ResultColumn.LinkCurrencies(_results);
    }

    /// <summary>The expression behind a group by date part or an aggregate; null for a plain column.</summary>
    public string? ExpressionOf(SelectColumn column) => _computed.GetValueOrDefault(column);

    /// <summary>Ordinal of a root column, added to the list if the query does not select it.</summary>
    public int OrdinalOf(StoredColumn stored)
    {
        foreach (ResultColumn result in _results)
        {
            if (result.Stored == stored && result.Source == _query.Root.Alias && !result.IsAliased)
                return result.Ordinal;
        }

        int ordinal = _list.Count;
        AddStored(_query.Root, stored);
        return ordinal;
    }

    /// <summary>The id is part of every row, asked for or not.</summary>
    private void AddId()
    {
        TablePlan plan = _planOf(_query.Root.Table);
        _results.Add(ResultColumn.Plain(plan, plan.Id, _list.Count, _query.Root.Alias));
        AddStored(_query.Root, plan.Id);
    }

    private void AddStored(Source source, StoredColumn stored)
    {
        _list.Add(Named(source, stored, stored.Sql));
        if (stored.TypeSql is not null) _list.Add(Named(source, stored, stored.TypeSql));
    }

    private void Add(SelectColumn column)
    {
        TablePlan plan = _planOf(column.Source.Table);
        if (!column.Column.IsStored) return;
        StoredColumn stored = plan.Get(column.Column.LogicalName);
        bool isRoot = column.Source == _query.Root;
        bool isListed = isRoot && stored == plan.Id && column.Alias is null && !_query.Distinct && !_query.IsAggregate;
        if (isListed) return;
        string name = column.Alias ?? (isRoot ? stored.Column.LogicalName : $"{column.Source.Alias}.{stored.Column}");
        _results.Add(isRoot && column.Alias is null
            ? ResultColumn.Plain(plan, stored, _list.Count, column.Source.Alias)
            : ResultColumn.Aliased(plan, stored, _list.Count, name, column));
        if (column.CountsChildren) _list.Add(ChildrenOf(column.Source, plan));
        else if (!_query.IsAggregate) AddStored(column.Source, stored);
        else if (column.Aggregate != Aggregate.None) AddAggregate(column, stored);
        else AddGroup(column, stored);
    }

    private void AddAggregate(SelectColumn column, StoredColumn stored)
    {
        string name = Named(column.Source, stored, stored.Sql);
        string distinct = column.Distinct ? "DISTINCT " : "";
        string folded = column.Column.IsText ? " COLLATE folded" : "";
        string exact = column.Column.Type == ColumnType.Decimal ? "decimal_" : "";
        string expression = column.Aggregate switch
        {
            Aggregate.Count => "count(*)",
            Aggregate.CountColumn => $"count({distinct}{(column.Distinct ? Compared(column, stored) : name)})",
            Aggregate.Min => $"min({name}{folded})",
            Aggregate.Max => $"max({name}{folded})",
            _ => $"{exact}sum({distinct}{name})",
        };
        _list.Add(expression);
        if (column.Aggregate == Aggregate.Avg) _list.Add($"count({distinct}{name})");
        _computed.Add(column, column.Aggregate == Aggregate.Avg ? $"{exact}avg({distinct}{name})" : expression);
    }

    private void AddGroup(SelectColumn column, StoredColumn stored)
    {
        string name = Named(column.Source, stored, stored.Sql);
        if (column.DateGrouping != DateGrouping.None)
        {
            int zone = column.UserTimeZone && column.Column.DateBehavior == DateBehavior.UserLocal
                ? TimeZones.NumberOf(Context.TimeZone)
                : TimeZones.Utc;
            string part = $"date_part({(int)column.DateGrouping}, {name}, {zone})";
            _list.Add(part);
            Groups.Add(part);
            _computed.Add(column, part);
        }
        else if (column.Column.IsText)
        {
            _list.Add($"min({name})");
            Groups.Add(Compared(column, stored));
        }
        else
        {
            AddStored(column.Source, stored);
            Groups.Add(name);
        }
    }

    private string Compared(SelectColumn column, StoredColumn stored)
    {
        string name = Named(column.Source, stored, stored.FoldSql ?? stored.Sql);
        return column.Column.Type == ColumnType.Memo ? $"fold({name})" : name;
    }

    /// <summary>A secured column that the reader may not see counts as null.</summary>
    private string Named(Source source, StoredColumn stored, string sql) =>
        stored.Column.IsSecured && Context.Access?.Hides(source.Table, stored.Column) == true
            ? "NULL"
            : $"{_names.Of(source)}.{sql}";

    private string Told(SelectColumn column)
    {
        TablePlan plan = _planOf(column.Source.Table);
        return column.CountsChildren
            ? ChildrenOf(column.Source, plan)
            : Compared(column, plan.Get(column.Column.LogicalName));
    }

    private string ChildrenOf(Source source, TablePlan plan)
    {
        string parent = plan.Get(source.Table.HierarchyColumn!).Sql;
        return $"(SELECT count(*) FROM {plan.Sql} AS \"@c\" WHERE \"@c\".{parent} = "
            + $"{_names.Of(source)}.{plan.Id.Sql})";
    }

    private void AddCurrency(Source source)
    {
        TablePlan plan = _planOf(source.Table);
        if (plan.Find(ResultColumn.CurrencyColumn) is not { } currency) return;
        if (!source.Columns.Exists(c => c.Column is { Type: ColumnType.Money, BaseOf: null })) return;
        if (_results.Exists(r => r.Stored == currency && r.Source == source.Alias)) return;
        _results.Add(ResultColumn.Hidden(plan, currency, _list.Count, source.Alias));
        AddStored(source, currency);
    }

    private void AddVersion()
    {
        TablePlan plan = _planOf(_query.Root.Table);
        if (plan.RowVersion is not { } version) return;
        if (_results.Exists(r => r.Stored == version && r.Source == _query.Root.Alias)) return;
        _results.Add(ResultColumn.Hidden(plan, version, _list.Count, _query.Root.Alias, isRoot: true));
        AddStored(_query.Root, version);
    }
}
