using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Store;

namespace Dataverse.Local.Query;

/// <summary>The paging cookie of a query: first and last values of the order columns and the id on a page, in the
/// platform's form. With it the next page is sought behind the last row instead of counted from the start; a cookie
/// that does not fit the query is ignored, as the platform does with non-consecutive pages.</summary>
internal sealed class PagingCookie
{
    private readonly List<CookieColumn> _columns = new();
    private readonly SelectQuery _query;
    private readonly ColumnWriter _list;

    public PagingCookie(SelectQuery query, Func<Table, TablePlan> planOf, ColumnWriter list)
    {
        _query = query;
        _list = list;
        TablePlan plan = planOf(query.Root.Table);
        foreach (Order order in query.Orders)
        {
            StoredColumn stored = plan.Get(order.Column.LogicalName);
            if (!_columns.Exists(c => c.Stored == stored)) _columns.Add(new CookieColumn(stored, order.Descending));
        }

        if (!_columns.Exists(c => c.Stored == plan.Id)) _columns.Add(new CookieColumn(plan.Id, query.IdDescends));
    }

    /// <summary>Has the columns of the cookie read with the rows; before the select list is put into the
    /// statement.</summary>
    public void Claim()
    {
        foreach (CookieColumn column in _columns) column.Ordinal = _list.OrdinalOf(column.Stored);
    }

    /// <summary>Remembers the current row as the last one, and as the first if none was seen.</summary>
    public void See(Statement row, bool isFirst)
    {
        foreach (CookieColumn column in _columns) column.See(row, isFirst);
    }

    public string Write(int pageNumber)
    {
        XElement cookie = new("cookie", new XAttribute("page", pageNumber));
        foreach (CookieColumn column in _columns)
        {
            XElement element = new(column.Stored.Column.LogicalName);
            element.Add(column.Last is null ? new XAttribute("lastnull", "1") : new XAttribute("last", column.Last));
            element.Add(
                column.First is null ? new XAttribute("firstnull", "1") : new XAttribute("first", column.First));
            cookie.Add(element);
        }

        return cookie.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>Null if the cookie is of another query or lies behind the wanted page.</summary>
    public CookiePosition? Read(string cookie)
    {
        XElement? element = Parse(cookie);
        if (element is null || (int?)element.Attribute("page") is not { } page || page >= _query.Page!.Number)
            return null;
        List<object?> values = new();
        foreach (CookieColumn column in _columns)
        {
            XElement? part = element.Element(column.Stored.Column.LogicalName);
            string? last = (string?)part?.Attribute("last");
            if (last is null && (string?)part?.Attribute("lastnull") != "1") return null;
            object? value = last is null ? null : column.Parse(last);
            if (last is not null && value is null) return null;
            values.Add(value);
        }

        return element.Elements().Count() == _columns.Count ? new CookiePosition(page, values) : null;
    }

    /// <summary>Rows behind the position, in the query's order. The leading comparison repeats what follows from the
    /// rest, so that an index on the first order column can be entered in its middle.</summary>
    public string WriteBehind(CookiePosition position, ConditionWriter conditions, SqlWriter sql)
    {
        string behind = "";
        for (int i = _columns.Count - 1; i >= 0; i--)
        {
            string column = conditions.Compared(_query.Root, _columns[i].Stored.Column);
            string? value = position.Values[i] is { } stored ? sql.Parameter(stored) : null;
            string further = Further(column, value, _columns[i].Descending);
            behind = behind.Length == 0 ? further : $"({further} OR ({Same(column, value)} AND {behind}))";
        }

        string lead = conditions.Compared(_query.Root, _columns[0].Stored.Column);
        if (position.Values[0] is not { } first || _columns.Count == 1) return behind;
        return _columns[0].Descending
            ? $"({lead} <= {sql.Parameter(first)} OR {lead} IS NULL) AND {behind}"
            : $"{lead} >= {sql.Parameter(first)} AND {behind}";
    }

    private static string Same(string column, string? value) =>
        value is null ? $"{column} IS NULL" : $"{column} = {value}";

    /// <summary>Nulls come first, so they are last when descending.</summary>
    private static string Further(string column, string? value, bool descending) => (value, descending) switch
    {
        (null, false) => $"{column} IS NOT NULL",
        (null, true) => "0",
        (_, false) => $"{column} > {value}",
        (_, true) => $"({column} < {value} OR {column} IS NULL)",
    };

    private static XElement? Parse(string cookie)
    {
        try
        {
            XmlReaderSettings settings = new() { DtdProcessing = DtdProcessing.Prohibit,
                MaxCharactersInDocument = 20_000 };
            using XmlReader reader = XmlReader.Create(new System.IO.StringReader(cookie), settings);
            XElement element = XElement.Load(reader);
            return element.Name == "cookie" ? element : null;
        }
        catch (XmlException broken)
        {
            throw QueryFault.MalformedCookie(broken);
        }
    }
}
