using System.Collections.Generic;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Cli.Demo;

/// <summary>Reads whole tables page by page; the platform gives at most 5,000 rows at a time.</summary>
internal static class Rows
{
    private const int PageRows = 5000;

    /// <summary>
    /// Ascending by <paramref name="sortColumn"/>, then by id, so that pages neither repeat nor lose a row.
    /// </summary>
    public static IEnumerable<Entity> All(
        IOrganizationService service, string table, string sortColumn, params string[] columns)
    {
        QueryExpression query = new(table)
        {
            ColumnSet = new ColumnSet(columns),
            PageInfo = new PagingInfo { PageNumber = 1, Count = PageRows },
        };
        query.AddOrder(sortColumn, OrderType.Ascending);
        if (sortColumn != table + "id") query.AddOrder(table + "id", OrderType.Ascending);
        while (true)
        {
            EntityCollection page = service.RetrieveMultiple(query);
            foreach (Entity row in page.Entities) yield return row;
            if (!page.MoreRecords) yield break;
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
    }
}
