using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dataverse.Local.Metadata;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Http.Pages;

/// <summary>The rows of a table as a view lays them out, fifty to a page.</summary>
internal static class ListPage
{
    public static string Write(PageCall call, Table table)
    {
        IReadOnlyList<TableView> views = TableView.Of(call, table);
        Guid? asked = call.Id("viewid");
        TableView view = views.FirstOrDefault(one => one.Id == asked && asked is not null) ?? views[^1];
        EntityCollection rows = call.Service.RetrieveMultiple(new FetchExpression(view.FetchPage(call.Page)));
        return PageFrame.Write(call, call.PluralOf(table), main =>
        {
            main.Element("h1", view.Title);
            string label = call.Words["View"];
            main.Element(
                "nav", nav => WriteViews(call, table, nav, views, view), "aria-label", label, "class", "bar");
            RowGrid.Write(call, main, view, rows.Entities, view.Title);
            if (rows.Entities.Count == 0) main.Element("p", call.Words["No rows"], "class", "quiet");
            WritePaging(call, table, view, main, rows.MoreRecords);
        });
    }

    private static void WriteViews(
        PageCall call, Table table, Markup nav, IReadOnlyList<TableView> views, TableView shown)
    {
        foreach (TableView view in views)
        {
            string? current = view == shown ? "page" : null;
            nav.Element("a", view.Title, "href", call.LinkToList(table.LogicalName, view.Id), "aria-current", current);
        }

        string address = call.Link($"/main.aspx?pagetype=entityrecord&etn={table.LogicalName}");
        nav.Element("a", call.Words["New"], "href", address, "class", "button");
    }

    private static void WritePaging(PageCall call, Table table, TableView view, Markup main, bool hasMore)
    {
        if (!hasMore && call.Page == 1) return;
        string list = call.LinkToList(table.LogicalName, view.Id);
        main.Element("nav", nav =>
        {
            if (call.Page > 1) nav.Element("a", call.Words["First page"], "href", list);
            string next = string.Create(CultureInfo.InvariantCulture, $"{list}&page={call.Page + 1}");
            if (hasMore) nav.Element("a", call.Words["Next page"], "href", next, "rel", "next");
        }, "class", "bar");
    }
}
