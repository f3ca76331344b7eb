using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.ServiceModel;
using Dataverse.Local.Metadata;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Store;

/// <summary>Decimals in the platform's whole range: 100 billion either side with ten places.</summary>
public sealed class DecimalTests : IDisposable
{
    private const decimal Largest = 100_000_000_000m;
    private const decimal Least = 0.0000000001m;

    private static readonly decimal[] Values =
        [-Largest, -Largest + Least, -1.5m, -Least, 0m, Least, 922_337_203.6854775808m, 1.5m, Largest - Least, Largest];

    private readonly Rows _rows = new();

    public DecimalTests() => _rows.Catalog.AddColumn(_rows.Catalog.Get("account"), Exact(precision: 10));

    public void Dispose() => _rows.Dispose();

    [Fact]
    public void Every_value_comes_back_as_it_was_and_in_its_order()
    {
        AddAll();
        QueryExpression query = new("account") { ColumnSet = new ColumnSet("new_exact") };
        query.AddOrder("new_exact", OrderType.Ascending);

        Assert.Equal(Values.Order(), Read(query));
    }

    [Theory]
    [InlineData(ConditionOperator.Equal, "99999999999.9999999999", 1)]
    [InlineData(ConditionOperator.GreaterThan, "99999999999.9999999998", 2)]
    [InlineData(ConditionOperator.LessThan, "-99999999999.9999999998", 2)]
    [InlineData(ConditionOperator.Equal, "1.50000000000001", 0)]
    [InlineData(ConditionOperator.GreaterEqual, "1.50000000000001", 3)]
    [InlineData(ConditionOperator.LessEqual, "1.50000000000001", 7)]
    [InlineData(ConditionOperator.LessThan, "79228162514264337593543950335", 10)]
    public void Conditions_compare_exactly(ConditionOperator op, string value, int expected)
    {
        AddAll();
        QueryExpression query = new("account") { ColumnSet = new ColumnSet("new_exact") };
        query.Criteria.AddCondition("new_exact", op, decimal.Parse(value, CultureInfo.InvariantCulture));

        Assert.Equal(expected, Read(query).Count);
    }

    [Fact]
    public void Sums_and_averages_are_exact_beyond_64_bits()
    {
        for (int i = 0; i < 3; i++) _rows.Add("account", ("new_exact", Largest - Least));
        FetchExpression fetch = new("""
            <fetch aggregate="true"><entity name="account">
              <attribute name="new_exact" alias="sum" aggregate="sum"/>
              <attribute name="new_exact" alias="avg" aggregate="avg"/>
              <attribute name="new_exact" alias="max" aggregate="max"/>
              <order alias="avg"/>
            </entity></fetch>
            """);

        Entity row = _rows.Select(fetch).Entities.Single();

        Assert.Equal(299_999_999_999.9999999997m, row.GetAttributeValue<AliasedValue>("sum").Value);
        Assert.Equal(99_999_999_999.9999999999m, row.GetAttributeValue<AliasedValue>("avg").Value);
        Assert.Equal(99_999_999_999.9999999999m, row.GetAttributeValue<AliasedValue>("max").Value);
    }

    [Fact]
    public void Pages_in_the_order_of_a_decimal_miss_no_row()
    {
        AddAll();
        QueryExpression query = new("account")
        {
            ColumnSet = new ColumnSet("new_exact"), PageInfo = new PagingInfo { Count = 3, PageNumber = 1 },
        };
        query.AddOrder("new_exact", OrderType.Descending);
        List<decimal> read = [];
        EntityCollection page;
        do
        {
            page = _rows.Select(query);
            read.AddRange(page.Entities.Select(row => row.GetAttributeValue<decimal>("new_exact")));
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
        while (page.MoreRecords);

        Assert.Equal(Values.OrderDescending(), read);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void A_changed_precision_leaves_old_rows_as_they_are(int precision)
    {
        Table account = _rows.Catalog.Get("account");
        Guid old = _rows.Add("account", ("new_exact", 12.3456789m));
        _rows.Catalog.AddColumn(account, Exact(precision));

        Guid later = _rows.Add("account", ("new_exact", 12.3456789m));

        Assert.Equal(12.3456789m, ValueOf(account, old));
        Assert.Equal(decimal.Round(12.3456789m, precision), ValueOf(account, later));
    }

    [Fact]
    public void The_places_of_the_column_are_those_of_the_value()
    {
        Table account = _rows.Catalog.Get("account");
        _rows.Catalog.AddColumn(account, Exact(precision: 2));

        Guid id = _rows.Add("account", ("new_exact", 2.5m));

        Assert.Equal("2.50", ((decimal)ValueOf(account, id)).ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void What_no_decimal_column_holds_is_refused_by_name()
    {
        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(
            () => _rows.Add("account", ("new_exact", decimal.MaxValue)));

        Assert.Contains("new_exact", fault.Message, StringComparison.Ordinal);
    }

    private static Column Exact(int precision) => new()
    {
        LogicalName = "new_exact", SchemaName = "new_Exact", Type = ColumnType.Decimal, Precision = precision,
    };

    private void AddAll()
    {
        foreach (decimal value in Values) _rows.Add("account", ("new_exact", value));
    }

    private object ValueOf(Table table, Guid id) =>
        _rows.Session.Find(table, id, new ColumnSet("new_exact"))!["new_exact"];

    private List<decimal> Read(QueryExpression query) =>
        [.. _rows.Select(query).Entities.Select(row => row.GetAttributeValue<decimal>("new_exact"))];
}
