using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Query;

/// <summary>Writes the SQL of one query for one reader, and says how its result columns are to be read.</summary>
internal sealed class SqlTranslator
{
    /// <summary>From here on a page is taken for the whole result.</summary>
    private const int LargePage = 1000;

    private readonly SelectQuery _query;
    private readonly TableCatalog _catalog;
    private readonly Func<Table, TablePlan> _planOf;
    private readonly SqlWriter _sql = new();
    private readonly ConditionWriter _conditions;
    private readonly JoinWriter _joins;
    private readonly OrderWriter _orders;
    private readonly ColumnWriter _columns;

    public SqlTranslator(SelectQuery query, QueryContext context, TableCatalog catalog, Func<Table, TablePlan> planOf)
    {
        _query = query;
        _catalog = catalog;
        _planOf = planOf;
        SourceNames names = new();
        _conditions = new ConditionWriter(_sql, names, context, catalog, planOf);
        _joins = new JoinWriter(_sql, names, _conditions, planOf);
        _orders = new OrderWriter(_conditions, names, context, catalog, planOf);
        _columns = new ColumnWriter(query, names, context, planOf);
        names.Of(query.Root);
    }

    public IReadOnlyList<ResultColumn> Results => _columns.Results;

    /// <summary>Ordinal of the number of rows behind each group, -1 if the query does not aggregate.</summary>
    public int CountOrdinal => _columns.CountOrdinal;

    /// <summary>Null if the page cannot be continued by the values of its last row.</summary>
    public PagingCookie? Cookie { get; private set; }

    /// <summary>Rows that may stand behind this aggregate: the platform's limit, or a lower one of the query.</summary>
    public int AggregateLimit => Math.Min(
        _query.AggregateLimit ?? int.MaxValue, _columns.Context.Limits.AggregateRows ?? int.MaxValue);

    /// <summary>Rows to hand out; one more is read to know whether there are more.</summary>
    public int RowsWanted => _query.Top ?? PageSize ?? (_query.IsAggregate ? int.MaxValue : Page.LargestSize);

    /// <summary>Sums are handed out in pages too; all of them are read, because the rows behind them count.</summary>
    public int RowsHandedOut => _query.IsAggregate && _query.Top is null
        ? Math.Min(RowsWanted, _columns.Context.Limits.PageRows ?? int.MaxValue)
        : RowsWanted;

    private int? PageSize => _query.Page is { } page
        ? Math.Min(page.Size, _columns.Context.Limits.PageRows ?? int.MaxValue)
        : null;

    public SqlText Translate()
    {
        if (CanSeek()) Cookie = new PagingCookie(_query, _planOf, _columns);
        _columns.WriteAll();
        Cookie?.Claim();
        _sql.Append(_columns.IsDistinct ? "SELECT DISTINCT " : "SELECT ").Append(_columns.Sql);
        _sql.Append("\nFROM ").Append(_joins.From(_query.Root));
        CookiePosition? seen = _query.Page?.Cookie is { } cookie ? Cookie?.Read(cookie) : null;
        string? test = _joins.Where(_query.Root);
        if (seen is not null) test = JoinWriter.And(test, Cookie!.WriteBehind(seen, _conditions, _sql));
        if (test is not null) _sql.Append("\nWHERE ").Append(test);
        if (_columns.Groups.Count > 0) _sql.Append("\nGROUP BY ").Append(string.Join(", ", _columns.Groups));
        WriteOrder();
        WriteLimit(seen);
        return _sql.ToSql();
    }

    /// <summary>Counts the rows of the whole result, up to a limit.</summary>
    public SqlText TranslateCount(int limit)
    {
        SqlWriter sql = new();
        SourceNames names = new();
        names.Of(_query.Root);
        ConditionWriter conditions = new(sql, names, _columns.Context, _catalog, _planOf);
        JoinWriter joins = new(sql, names, conditions, _planOf);
        ColumnWriter columns = new(_query, names, _columns.Context, _planOf);
        if (_query.Distinct) columns.WriteAll();
        sql.Append("SELECT count(*) FROM (SELECT ").Append(columns.IsDistinct ? "DISTINCT " + columns.Sql : "1");
        sql.Append("\nFROM ").Append(joins.From(_query.Root));
        if (joins.Where(_query.Root) is { } test) sql.Append("\nWHERE ").Append(test);
        if (columns.Groups.Count > 0) sql.Append("\nGROUP BY ").Append(string.Join(", ", columns.Groups));
        sql.Append("\nLIMIT ").Append(sql.Parameter((long)limit)).Append(")");
        return sql.ToSql();
    }

    private bool CanSeek() => _query.Page is not null && !_query.IsAggregate && !_query.Distinct
        && _query.Orders.All(o => o.Source == _query.Root
            && OrderWriter.SortsByStoredValue(o.Column, _query.RawChoiceOrder)
            && o.Column.Type is not (ColumnType.Memo or ColumnType.MultiChoice));

    private void WriteOrder()
    {
        List<string> orders = _query.Orders.Select(WriteOrder).ToList();
        if (!_query.IsAggregate && !_query.Distinct && _query.Orders.All(o => !IsRootId(o)))
        {
            string id = _conditions.Compared(_query.Root, _query.Root.Table.Columns[_query.Root.Table.PrimaryId]);
            orders.Add(_query.IdDescends ? id + " DESC" : id);
        }

        if (orders.Count == 0) return;
        _sql.Append("\nORDER BY ").Append(SortsFound() ? "+" : "").Append(string.Join(", ", orders));
    }

    /// <summary>Few rows pass an equality, and a large page takes them all: they are found first and sorted then. Else
    /// an index in the wanted order would be walked from end to end, with a look into the table for every row of it
    /// (the plus in front of the column keeps SQLite from that).</summary>
    private bool SortsFound() => RowsWanted >= LargePage && _query.Page is not { Cookie: not null }
        && _query.Orders is [{ Result: null }, ..] && _query.Root.Filter is { IsOr: false } filter
        && filter.Conditions.Exists(IsSelective);

    private bool IsSelective(Condition condition) => condition.Source == _query.Root
        && condition.Operator is ConditionOperator.Equal or ConditionOperator.In
        && condition.OtherColumn is null && !condition.Column.IsChoice && condition.Column.Type != ColumnType.Boolean;

    private bool IsRootId(Order order) =>
        order.Source == _query.Root && order.Column.LogicalName == _query.Root.Table.PrimaryId;

    private string WriteOrder(Order order)
    {
        string by = order.Result is { } result && _columns.ExpressionOf(result) is { } computed
            ? computed
            : _orders.Write(order.Source, order.Column, _query.RawChoiceOrder);
        return order.Descending ? by + " DESC" : by;
    }

    private void WriteLimit(CookiePosition? seen)
    {
        if (RowsWanted == int.MaxValue && _query.Page is not { Number: > 1 }) return;
        long limit = _query.Top ?? RowsWanted + 1L;
        _sql.Append("\nLIMIT ").Append(_sql.Parameter(limit));
        if (_query.Page is not { Number: > 1 } page) return;
        long pagesToSkip = page.Number - 1L - (seen?.PageNumber ?? 0);
        if (pagesToSkip > 0) _sql.Append(" OFFSET ").Append(_sql.Parameter(pagesToSkip * PageSize!.Value));
    }
}
