using System;
using System.Linq;
using System.ServiceModel;
using Dataverse.Local.Tests.Store;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Tests.Query;

public sealed class AggregateTests
{
    [Fact]
    public void Aggregates_group_sum_count_and_average_over_links()
    {
        using Rows rows = new();
        Guid account = rows.Add("account", ("name", "Käufer"));
        Guid order = rows.Add("salesorder", ("customerid", new EntityReference("account", account)),
            ("statecode", new OptionSetValue(3)));
        foreach (decimal amount in new[] { 10.10m, 20.20m, 30.33m })
        {
            rows.Add("salesorderdetail", ("salesorderid", new EntityReference("salesorder", order)),
                ("extendedamount", new Money(amount)), ("quantity", amount), ("lineitemnumber", 7));
        }

        rows.Add("salesorderdetail", ("salesorderid", new EntityReference("salesorder", order)));
        Entity row = Assert.Single(rows.Fetch("""
            <fetch aggregate='true'><entity name='salesorderdetail'>
              <attribute name='extendedamount' aggregate='sum' alias='total'/>
              <attribute name='quantity' aggregate='avg' alias='mean'/>
              <attribute name='lineitemnumber' aggregate='avg' alias='meanint'/>
              <attribute name='quantity' aggregate='countcolumn' alias='filled'/>
              <attribute name='salesorderdetailid' aggregate='count' alias='lines'/>
              <attribute name='extendedamount' aggregate='max' alias='most'/>
              <attribute name='tax' aggregate='sum' alias='notax'/>
              <link-entity name='salesorder' from='salesorderid' to='salesorderid'>
                <attribute name='statecode' groupby='true' alias='state'/>
                <link-entity name='account' from='accountid' to='customerid'>
                  <attribute name='name' groupby='true' alias='customer'/>
                </link-entity>
              </link-entity>
            </entity></fetch>
            """).Entities);

        Assert.Equal(60.63m, ((Money)Value(row, "total")!).Value);
        Assert.Equal(20.21m, Value(row, "mean"));
        Assert.Equal(7, Value(row, "meanint"));
        Assert.Equal(3, Value(row, "filled"));
        Assert.Equal(4, Value(row, "lines"));
        Assert.Equal(30.33m, ((Money)Value(row, "most")!).Value);
        Assert.Null(Value(row, "notax"));
        Assert.Equal("Käufer", Value(row, "customer"));
        Assert.Equal("Fulfilled", row.FormattedValues["state"]);
        Assert.Equal(Guid.Empty, row.Id);
    }

    [Fact]
    public void An_aggregate_over_no_rows_is_one_row_without_groups_and_none_with()
    {
        using Rows rows = new();
        const string Count = "<attribute name='accountid' aggregate='count' alias='n'/>";

        Entity row = Assert.Single(
            rows.Fetch($"<fetch aggregate='true'><entity name='account'>{Count}</entity></fetch>").Entities);
        Assert.Equal(0, Value(row, "n"));
        Assert.Empty(rows.Fetch($"<fetch aggregate='true'><entity name='account'>{Count}"
            + "<attribute name='name' groupby='true' alias='g'/></entity></fetch>").Entities);
    }

    [Fact]
    public void Dates_group_in_the_users_time_zone()
    {
        using Rows rows = new();
        rows.Context = new()
        {
            Clock = new FixedClock(Rows.Now), TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"),
        };
        rows.Add("account", ("createdon", new DateTime(2026, 1, 31, 23, 30, 0, DateTimeKind.Utc)));

        Entity row = Assert.Single(rows.Fetch("""
            <fetch aggregate='true'><entity name='account'>
              <attribute name='createdon' groupby='true' dategrouping='month' alias='m'/>
              <attribute name='createdon' groupby='true' dategrouping='day' alias='d' usertimezone='false'/>
              <attribute name='createdon' groupby='true' dategrouping='quarter' alias='q'/>
              <attribute name='createdon' groupby='true' dategrouping='year' alias='y'/>
              <attribute name='createdon' groupby='true' dategrouping='week' alias='w'/>
            </entity></fetch>
            """).Entities);

        Assert.Equal([2, 31, 1, 2026, 6], new[] { "m", "d", "q", "y", "w" }.Select(a => (int)Value(row, a)!));
    }

    [Fact]
    public void More_than_50000_rows_are_not_aggregated()
    {
        using Rows rows = new();
        rows.Session.Begin();
        for (int i = 0; i < 50_001; i++) rows.Add("uomschedule", ("name", "x"));
        rows.Session.Commit();
        const string Query = "<fetch aggregate='true'><entity name='uomschedule'>"
            + "<attribute name='uomscheduleid' aggregate='count' alias='n'/></entity></fetch>";

        Assert.Equal(-2147164125, Code(() => rows.Fetch(Query)));
    }

    [Fact]
    public void Groups_and_counts_of_text_know_no_case()
    {
        using Rows rows = new();
        foreach (string city in new[] { "Köln", "koln", "KÖLN", "Bonn" })
            rows.Add("account", ("name", city), ("address1_city", city), ("description", city));

        EntityCollection groups = rows.Fetch("""
            <fetch aggregate='true'><entity name='account'>
              <attribute name='address1_city' groupby='true' alias='city'/>
              <attribute name='accountid' aggregate='count' alias='n'/><order alias='n' descending='true'/>
            </entity></fetch>
            """);
        Entity all = rows.Fetch("""
            <fetch aggregate='true'><entity name='account'>
              <attribute name='name' aggregate='countcolumn' distinct='true' alias='names'/>
              <attribute name='description' aggregate='countcolumn' distinct='true' alias='texts'/>
              <attribute name='name' aggregate='min' alias='first'/>
            </entity></fetch>
            """).Entities[0];

        Assert.Equal([3, 1], groups.Entities.Select(g => (int)Value(g, "n")!));
        Assert.Equal(2, Value(all, "names"));
        Assert.Equal(2, Value(all, "texts"));
        Assert.Equal("Bonn", Value(all, "first"));
    }

    [Fact]
    public void A_query_may_lower_the_limit_of_rows_to_aggregate()
    {
        using Rows rows = new();
        for (int i = 0; i < 3; i++) rows.Add("account", ("name", "x"));
        EntityCollection Count(int limit) => rows.Fetch($"<fetch aggregate='true' aggregatelimit='{limit}'><entity "
            + "name='account'><attribute name='accountid' aggregate='count' alias='n'/></entity></fetch>");

        Assert.Equal(3, Value(Count(3).Entities[0], "n"));
        Assert.Equal(-2147164125, Code(() => Count(2)));
    }

    [Fact]
    public void Each_row_may_tell_how_many_stand_below_it()
    {
        using Rows rows = new();
        Guid top = rows.Add("account", ("name", "1"));
        Guid middle = rows.Add("account", ("name", "2"), ("parentaccountid", new EntityReference("account", top)));
        foreach (string name in new[] { "3", "4" })
            rows.Add("account", ("name", name), ("parentaccountid", new EntityReference("account", middle)));

        EntityCollection found = rows.Fetch("""
            <fetch><entity name='account'><attribute name='name'/><order attribute='name'/>
              <attribute name='accountid' rowaggregate='CountChildren' alias='below'/>
            </entity></fetch>
            """);

        Assert.Equal([1, 2, 0, 0], found.Entities.Select(e => (int)Value(e, "below")!));
        Assert.Equal(middle, found.Entities[1].Id);
    }

    private static object? Value(Entity row, string alias) => row.GetAttributeValue<AliasedValue>(alias).Value;

    private static int Code(Action action) =>
        Assert.Throws<FaultException<OrganizationServiceFault>>(action).Detail.ErrorCode;
}
