using System;
using System.Linq;
using System.ServiceModel;
using Dataverse.Local.Tests.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Query;

public sealed class PageTests
{
    [Fact]
    public void Pages_follow_each_other_by_cookie_and_by_number()
    {
        using Rows rows = new();
        for (int i = 0; i < 25; i++) rows.Add("account", ("name", $"N{i / 10}"));
        QueryExpression query = new("account") { ColumnSet = new ColumnSet("name") };
        query.AddOrder("name", OrderType.Descending);
        query.PageInfo = new PagingInfo { Count = 10, PageNumber = 1, ReturnTotalRecordCount = true };

        EntityCollection first = rows.Select(query);
        query.PageInfo.PageNumber = 2;
        EntityCollection secondByNumber = rows.Select(query);
        query.PageInfo.PagingCookie = first.PagingCookie;
        EntityCollection second = rows.Select(query);
        query.PageInfo.PageNumber = 3;
        query.PageInfo.PagingCookie = second.PagingCookie;
        EntityCollection third = rows.Select(query);

        Assert.True(first.MoreRecords && second.MoreRecords);
        Assert.False(third.MoreRecords);
        Assert.Equal(25, first.TotalRecordCount);
        Assert.Equal(secondByNumber.Entities.Select(e => e.Id), second.Entities.Select(e => e.Id));
        Assert.Equal(
            25, first.Entities.Concat(second.Entities).Concat(third.Entities).Select(e => e.Id).Distinct().Count());
        Assert.StartsWith("<cookie page=\"1\"><name last=\"", first.PagingCookie, StringComparison.Ordinal);
    }

    [Fact]
    public void A_result_ends_at_5000_rows_and_its_count_too()
    {
        using Rows rows = new();
        rows.Session.Begin();
        for (int i = 0; i < 5001; i++) rows.Add("account", ("name", "x"));
        rows.Session.Commit();

        EntityCollection found = rows.Fetch(
            "<fetch returntotalrecordcount='true'><entity name='account'><attribute name='name'/></entity></fetch>");

        Assert.Equal(5000, found.Entities.Count);
        Assert.True(found.MoreRecords);
        Assert.Equal(5000, found.TotalRecordCount);
        Assert.True(found.TotalRecordCountLimitExceeded);
    }

    [Fact]
    public void Top_does_not_go_with_pages()
    {
        using Rows rows = new();
        QueryExpression query = new("account") { TopCount = 10, PageInfo = new PagingInfo() };
        Assert.Empty(rows.Select(query).Entities);
        query.PageInfo.Count = 5;

        var fetch = Assert.Throws<FaultException<OrganizationServiceFault>>(
            () => rows.Fetch("<fetch top='1' page='2'><entity name='account'/></fetch>"));
        var expression = Assert.Throws<FaultException<OrganizationServiceFault>>(() => rows.Select(query));

        Assert.Equal("The top attribute can't be specified with paging attribute page", fetch.Message);
        Assert.Equal("The Top.Count = 10 can't be specified with pagingInfo", expression.Message);
    }

    [Fact]
    public void A_cookie_continues_behind_a_row_that_is_gone()
    {
        using Rows rows = new();
        for (int i = 0; i < 6; i++) rows.Add("account", ("name", $"N{i}"));
        QueryExpression query = new("account") { ColumnSet = new ColumnSet("name") };
        query.AddOrder("name", OrderType.Ascending);
        query.PageInfo = new PagingInfo { Count = 2, PageNumber = 1 };
        EntityCollection first = rows.Select(query);
        foreach (Entity row in first.Entities) rows.Session.Delete(rows.Catalog.Get("account"), row.Id);
        query.PageInfo.PageNumber = 2;

        query.PageInfo.PagingCookie = first.PagingCookie;
        EntityCollection sought = rows.Select(query);
        query.PageInfo.PagingCookie = null;
        EntityCollection counted = rows.Select(query);

        Assert.Equal(["N2", "N3"], sought.Entities.Select(e => e["name"]));
        Assert.Equal(["N4", "N5"], counted.Entities.Select(e => e["name"]));
    }

    [Fact]
    public void An_order_by_a_linked_column_has_pages_without_cookies()
    {
        using Rows rows = new();
        for (int i = 0; i < 5; i++)
        {
            Guid contact = rows.Add("contact", ("lastname", $"L{9 - i}"));
            rows.Add("account", ("name", $"N{i}"), ("primarycontactid", new EntityReference("contact", contact)));
        }

        EntityCollection Page(int number) => rows.Fetch($"<fetch count='2' page='{number}'><entity name='account'>"
            + "<attribute name='name'/><link-entity name='contact' from='contactid' to='primarycontactid'>"
            + "<order attribute='lastname'/></link-entity></entity></fetch>");

        Assert.True(string.IsNullOrEmpty(Page(1).PagingCookie));
        Assert.Equal("N4,N3,N2,N1,N0", string.Join(",", new[] { 1, 2, 3 }.SelectMany(p => Page(p).Entities)
            .Select(e => e["name"])));
    }
}
