using System.Linq;
using Dataverse.Local.Metadata;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Http.Pages;

/// <summary>The tables of the app and what was changed last in each.</summary>
internal static class HomePage
{
    private const int RecentRows = 5;

    public static string Write(PageCall call) => PageFrame.Write(call, call.Words["Local Dataverse"], main =>
    {
        main.Element("h1", call.Words["Local Dataverse"]);
        foreach (SiteMapGroup group in SiteMap.Of(call))
        {
            main.Element("section", section =>
            {
                section.Element("h2", group.Title);
                section.Element("div", cards =>
                {
                    foreach (Table table in group.Tables) WriteCard(call, cards, table);
                }, "class", "cards");
            });
        }
    });

    private static void WriteCard(PageCall call, Markup cards, Table table) => cards.Element("article", card =>
    {
        string list = call.LinkToList(table.LogicalName);
        card.Element("h3", title => title.Element("a", call.PluralOf(table), "href", list));
        EntityCollection rows = call.Service.RetrieveMultiple(Recent(table));
        if (rows.Entities.Count == 0)
        {
            card.Element("p", call.Words["No rows"], "class", "quiet");
            return;
        }

        card.Element("ul", list =>
        {
            foreach (Entity row in rows.Entities)
            {
                list.Element("li", item =>
                    item.Element("a", call.NameOf(table, row), "href", call.LinkToRow(table.LogicalName, row.Id)));
            }
        }, "aria-label", call.Words["Recent rows"]);
    });

    private static QueryExpression Recent(Table table)
    {
        QueryExpression query = new(table.LogicalName) { TopCount = RecentRows };
        if (table.PrimaryName is string name) query.ColumnSet.AddColumn(name);
        if (table.Find("modifiedon") is not null) query.AddOrder("modifiedon", OrderType.Descending);
        return query;
    }
}
