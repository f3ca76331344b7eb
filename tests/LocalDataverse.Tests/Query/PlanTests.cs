using System;
using System.Linq;
using System.Xml.Linq;
using Dataverse.Local.Import;
using Dataverse.Local.Metadata;
using Dataverse.Local.Query;
using Dataverse.Local.Store;
using Dataverse.Local.Tests.Store;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Query;

/// <summary>How SQLite runs a query: a search where an index serves, and no sorting where one is in order.</summary>
public sealed class PlanTests
{
    private const string Id = "aaaaaaaa-0000-0000-0000-000000000001";

    [Theory]
    [InlineData("account", "<filter><condition attribute='accountid' operator='eq' value='" + Id + "'/></filter>")]
    [InlineData("account", "<filter><condition attribute='name' operator='like' value='A%'/></filter>")]
    [InlineData("account", "<filter><condition attribute='emailaddress1' operator='eq' value='a@b.c'/></filter>")]
    [InlineData(
        "contact", "<filter><condition attribute='parentcustomerid' operator='eq' value='" + Id + "'/></filter>")]
    [InlineData("contact", "<filter><condition attribute='ownerid' operator='eq-userid'/></filter>")]
    [InlineData("salesorder", "<filter><condition attribute='customerid' operator='in'><value>" + Id
        + "</value></condition></filter>")]
    [InlineData("account", "<filter><condition attribute='accountid' operator='under' value='" + Id + "'/></filter>")]
    [InlineData("teammembership", "<filter><condition attribute='systemuserid' operator='eq-userid'/></filter>")]
    public void Names_keys_lookups_and_quick_find_columns_are_searched(string table, string filter)
    {
        string plan = Plan($"<fetch><entity name='{table}'>{filter}</entity></fetch>");

        Assert.DoesNotContain($"SCAN {table}", plan, StringComparison.Ordinal);
        Assert.Contains($"SEARCH {table}", plan, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("account", "<attribute name='name'/><order attribute='name'/>")]
    [InlineData("account", "<attribute name='name'/><order attribute='name' descending='true'/>")]
    [InlineData("account", "<attribute name='name'/>")]
    [InlineData("salesorder", "<order attribute='createdon' descending='true'/>")]
    public void A_page_in_the_order_of_name_id_or_creation_is_not_sorted(string table, string columns)
    {
        string plan = Plan($"<fetch count='50' page='1'><entity name='{table}'>{columns}</entity></fetch>");

        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
    }

    [Fact]
    public void A_join_looks_the_other_row_up_from_either_side()
    {
        Assert.DoesNotContain("SCAN contact", Plan("<fetch><entity name='account'><link-entity name='contact' "
            + "from='parentcustomerid' to='accountid'/></entity></fetch>"), StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN account", Plan("<fetch><entity name='contact'><link-entity name='account' "
            + "from='accountid' to='parentcustomerid' link-type='outer'/></entity></fetch>"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_view_filters_and_orders_by_gets_an_index()
    {
        using Rows rows = new();
        XElement view = XElement.Parse("<fetch><entity name='contact'><order attribute='birthdate'/><filter><condition "
            + "attribute='jobtitle' operator='like' value='{0}'/><condition attribute='statecode' operator='eq' "
            + "value='0'/></filter></entity></fetch>");
        const string Query = "<fetch count='50' page='1'><entity name='contact'><order attribute='birthdate'/></entity>"
            + "</fetch>";
        const string Search = "<fetch><entity name='contact'><filter><condition attribute='jobtitle' operator='eq' "
            + "value='x'/></filter></entity></fetch>";
        rows.Add("contact", ("lastname", "before"));
        bool[] before = [Sorts(), Scans()];

        ViewSearches.Into(rows.Catalog, view);

        Assert.Equal([true, true], before);
        Assert.Equal([false, false], [Sorts(), Scans()]);
        Assert.DoesNotContain(
            TableIndexes.Of(new TablePlan(rows.Catalog.Get("contact"))),
            index => index.Contains("statecode", StringComparison.Ordinal));

        bool Sorts() => Plan(rows, Query).Contains("TEMP B-TREE", StringComparison.Ordinal);
        bool Scans() => Plan(rows, Search).Contains("SCAN contact", StringComparison.Ordinal);
    }

    [Fact]
    public void A_whole_result_of_an_equality_is_found_first_and_sorted_then()
    {
        const string Found = "<entity name='account'><order attribute='name'/><filter><condition attribute='fax' "
            + "operator='eq' value='1'/></filter></entity></fetch>";

        Assert.Contains("USE TEMP B-TREE", Plan("<fetch>" + Found), StringComparison.Ordinal);
        Assert.DoesNotContain("USE TEMP B-TREE", Plan("<fetch count='50' page='1'>" + Found), StringComparison.Ordinal);
    }

    [Fact]
    public void An_order_line_has_only_the_indexes_that_somebody_needs()
    {
        TableCatalog catalog = TableCatalog.OfPlatform();

        Assert.Equal(
            [
                "sort/salesorderdetailname", "by/salesorderid", "by/productid", "by/parentbundleidref",
                "by/quotedetailid",
            ],
            TableIndexes.Of(new TablePlan(catalog.Get("salesorderdetail")))
                .Select(index => index.Split('"')[1]["salesorderdetail/".Length..]));
    }

    [Fact]
    public void A_text_that_is_a_key_is_indexed_once()
    {
        TableCatalog catalog = TableCatalog.OfPlatform();
        Table table = TestTables.AddKeyed(catalog);

        Assert.Single(
            TableIndexes.Of(new TablePlan(table)), index => index.Contains("test_code", StringComparison.Ordinal));
    }

    private static string Plan(string fetchXml)
    {
        using Rows rows = new();
        return Plan(rows, fetchXml);
    }

    private static string Plan(Rows rows, string fetchXml)
    {
        SqlTranslator translator = new(
            QueryReader.Read(new FetchExpression(fetchXml), rows.Catalog), rows.Context, rows.Catalog,
            rows.Session.Plan);
        Statement explain = rows.Session.Connection.Prepare("EXPLAIN QUERY PLAN " + translator.Translate().Text);
        System.Text.StringBuilder plan = new();
        while (explain.Step()) plan.AppendLine(explain.Text8(3));
        explain.Reset();
        return plan.ToString();
    }
}
