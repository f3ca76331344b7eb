using System;
using System.Linq;
using System.ServiceModel;
using Dataverse.Local.Tests.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Query;

public sealed class SelectTests
{
    [Fact]
    public void Not_equal_and_its_relatives_match_null_rows()
    {
        using Rows rows = new();
        rows.Add("account", ("name", "A"), ("fax", "1"), ("numberofemployees", 1));
        rows.Add("account", ("name", "B"));

        Assert.Equal("B", rows.AccountsWhere("<condition attribute='fax' operator='ne' value='1'/>"));
        Assert.Equal("B", rows.AccountsWhere("<condition attribute='fax' operator='not-like' value='1%'/>"));
        Assert.Equal(
            "B", rows.AccountsWhere("<condition attribute='fax' operator='not-in'><value>1</value></condition>"));
        Assert.Equal("B", rows.AccountsWhere("<condition attribute='numberofemployees' operator='ne' value='1'/>"));
        Assert.Equal("A,B", rows.AccountsWhere("<condition attribute='ownerid' operator='ne-userid'/>"));
    }

    [Theory]
    [InlineData("eq", "MULLER", "Müller")]
    [InlineData("eq", "müller ", "Müller")]
    [InlineData("like", "mül%", "Müller")]
    [InlineData("like", "%[hx]of", "Bahnhof")]
    [InlineData("like", "B_hnhof", "Bahnhof")]
    [InlineData("like", "%[^f]", "50% off*,Müller,strasse")]
    [InlineData("like", "50[%] o%", "50% off*")]
    [InlineData("ends-with", "*", "50% off*")]
    [InlineData("begins-with", "50%", "50% off*")]
    [InlineData("eq", "Straße", "strasse")]
    public void Text_compares_without_case_and_accents_and_like_knows_classes(string op, string value, string expected)
    {
        using Rows rows = new();
        foreach (string name in new[] { "Müller", "Bahnhof", "strasse", "50% off*" })
            rows.Add("account", ("name", name));

        string found = rows.AccountsWhere($"<condition attribute='name' operator='{op}' value='{value}'/>");

        Assert.Equal(expected, found);
    }

    [Fact]
    public void Linked_columns_come_as_aliased_values_with_formatted_values_and_names()
    {
        using Rows rows = new();
        Guid owner = rows.Add("systemuser", ("fullname", "Erika Muster"));
        Guid contact = rows.Add("contact", ("fullname", "Max"), ("gendercode", new OptionSetValue(1)),
            ("ownerid", new EntityReference("systemuser", owner)));
        rows.Add("account", ("name", "A"), ("primarycontactid", new EntityReference("contact", contact)));
        rows.Add("account", ("name", "B"));
        QueryExpression query = new("account") { ColumnSet = new ColumnSet("name", "primarycontactid") };
        query.AddOrder("name", OrderType.Ascending);
        LinkEntity link = query.AddLink("contact", "primarycontactid", "contactid", JoinOperator.LeftOuter);
        link.Columns = new ColumnSet("fullname", "gendercode", "ownerid");

        EntityCollection found = rows.Select(query);

        Entity first = found.Entities[0];
        AliasedValue gender = first.GetAttributeValue<AliasedValue>("contact1.gendercode");
        Assert.Equal("contact", gender.EntityLogicalName);
        Assert.Equal("gendercode", gender.AttributeLogicalName);
        Assert.Equal(1, ((OptionSetValue)gender.Value).Value);
        Assert.Equal("Male", first.FormattedValues["contact1.gendercode"]);
        Assert.Equal("Max", first.GetAttributeValue<EntityReference>("primarycontactid").Name);
        Assert.Equal(
            "Erika Muster", ((EntityReference)first.GetAttributeValue<AliasedValue>("contact1.ownerid").Value).Name);
        Assert.Equal(["accountid", "name"], found.Entities[1].Attributes.Keys.Order());
    }

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
    public void Amounts_are_written_in_their_rows_currency_base_amounts_and_sums_in_base_currency()
    {
        using Rows rows = new();
        Guid euro = rows.Add("transactioncurrency", ("currencysymbol", "€"), ("currencyprecision", 2));
        Guid yen = rows.Add("transactioncurrency", ("currencysymbol", "¥"), ("currencyprecision", 0));
        rows.Context = new() { Clock = new FixedClock(Rows.Now), BaseCurrencyId = euro };
        rows.Add("account", ("name", "A"), ("revenue", new Money(-16000m)), ("revenue_base", new Money(-100m)),
            ("transactioncurrencyid", new EntityReference("transactioncurrency", yen)));

        Entity row = Assert.Single(rows.Fetch(
            "<fetch><entity name='account'><attribute name='revenue'/><attribute name='revenue_base'/></entity>"
            + "</fetch>")
            .Entities);
        Entity sum = Assert.Single(rows.Fetch("<fetch aggregate='true'><entity name='account'>"
            + "<attribute name='revenue_base' aggregate='sum' alias='s'/></entity></fetch>").Entities);

        Assert.Equal("-¥16,000", row.FormattedValues["revenue"]);
        Assert.Equal("-€100.00", row.FormattedValues["revenue_base"]);
        Assert.Equal("-€100.00", sum.FormattedValues["s"]);
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
    public void Related_rows_test_with_any_not_any_all_and_not_all()
    {
        using Rows rows = new();
        Guid both = rows.Add("account", ("name", "Both"));
        Guid other = rows.Add("account", ("name", "Other"));
        rows.Add("account", ("name", "None"));
        rows.Add("contact", ("lastname", "Meier"), ("parentcustomerid", new EntityReference("account", both)));
        rows.Add("contact", ("lastname", "Huber"), ("parentcustomerid", new EntityReference("account", both)));
        rows.Add("contact", ("lastname", "Huber"), ("parentcustomerid", new EntityReference("account", other)));
        string Of(string kind) => rows.AccountsWhere(
            $"<link-entity name='contact' from='parentcustomerid' to='accountid' link-type='{kind}'>"
            + "<filter><condition attribute='lastname' operator='eq' value='meier'/></filter></link-entity>");

        Assert.Equal("Both", Of("any"));
        Assert.Equal("None,Other", Of("not any"));
        Assert.Equal("Other", Of("all"));
        Assert.Equal("Both", Of("not all"));
    }

    [Theory]
    [InlineData("<attribute name='lastname'/>")]
    [InlineData("<order attribute='lastname'/>")]
    public void A_link_that_only_tests_brings_no_columns_and_no_order(string insideLink)
    {
        using Rows rows = new();

        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => rows.Fetch("<fetch><entity "
            + "name='account'><link-entity name='contact' from='parentcustomerid' to='accountid' link-type='exists' "
            + $"alias='c'>{insideLink}</link-entity></entity></fetch>"));

        Assert.Contains("'c'", fault.Detail.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Teams_of_the_user_are_found_even_before_there_is_a_team()
    {
        using Rows rows = new();
        Guid me = Guid.NewGuid();
        rows.Context = new() { UserId = me, Clock = new FixedClock(Rows.Now) };
        rows.Add("account", ("name", "Mine"), ("ownerid", new EntityReference("systemuser", me)));
        Assert.Equal("", rows.AccountsWhere("<condition attribute='ownerid' operator='eq-userteams'/>"));

        Guid team = rows.Add("team", ("name", "T"));
        rows.Add("teammembership", ("teamid", team), ("systemuserid", me));
        rows.Add("account", ("name", "Ours"), ("ownerid", new EntityReference("team", team)));

        Assert.Equal("Ours", rows.AccountsWhere("<condition attribute='ownerid' operator='eq-userteams'/>"));
        Assert.Equal("Mine,Ours", rows.AccountsWhere("<condition attribute='ownerid' operator='eq-useroruserteams'/>"));
        Assert.Equal("Mine", rows.AccountsWhere("<condition attribute='ownerid' operator='eq-useroruserhierarchy'/>"));
    }

    [Fact]
    public void Match_first_row_joins_each_row_once()
    {
        using Rows rows = new();
        Guid account = rows.Add("account", ("name", "A"));
        rows.Add("contact", ("lastname", "1"), ("parentcustomerid", new EntityReference("account", account)));
        rows.Add("contact", ("lastname", "2"), ("parentcustomerid", new EntityReference("account", account)));
        int Count(string kind) => rows.Fetch($"<fetch><entity name='account'><attribute name='name'/><link-entity "
            + $"name='contact' from='parentcustomerid' to='accountid' link-type='{kind}'><attribute name='lastname'/>"
            + "</link-entity></entity></fetch>").Entities.Count;

        Assert.Equal(2, Count("inner"));
        Assert.Equal(1, Count("matchfirstrowusingcrossapply"));
    }

    [Fact]
    public void Choices_sort_by_label_unless_raw_and_lookups_by_name()
    {
        using Rows rows = new();
        Guid anna = rows.Add("contact", ("fullname", "Anna"));
        Guid zoe = rows.Add("contact", ("fullname", "Zoe"));
        rows.Add("account", ("name", "phone"), ("preferredcontactmethodcode", new OptionSetValue(3)),
            ("primarycontactid", new EntityReference("contact", anna)));
        rows.Add("account", ("name", "mail"), ("preferredcontactmethodcode", new OptionSetValue(5)),
            ("primarycontactid", new EntityReference("contact", zoe)));
        string By(string column, string raw = "false") => string.Join(",", rows.Fetch(
            $"<fetch useraworderby='{raw}'><entity name='account'><attribute name='name'/>"
            + $"<order attribute='{column}'/></entity></fetch>")
            .Entities.Select(e => e["name"]));

        Assert.Equal("mail,phone", By("preferredcontactmethodcode"));
        Assert.Equal("phone,mail", By("preferredcontactmethodcode", "true"));
        Assert.Equal("phone,mail", By("primarycontactid"));
    }

    [Fact]
    public void Rows_under_a_row_are_found_at_any_depth()
    {
        using Rows rows = new();
        Guid top = rows.Add("account", ("name", "1 top"));
        Guid middle = rows.Add(
            "account", ("name", "2 middle"), ("parentaccountid", new EntityReference("account", top)));
        Guid leaf = rows.Add(
            "account", ("name", "3 leaf"), ("parentaccountid", new EntityReference("account", middle)));

        Assert.Equal("2 middle,3 leaf", Where("under", top));
        Assert.Equal("1 top,2 middle,3 leaf", Where("eq-or-under", top));
        Assert.Equal("1 top,2 middle", Where("above", leaf));
        Assert.Equal("1 top", Where("not-under", top));

        string Where(string op, Guid id) =>
            rows.AccountsWhere($"<condition attribute='accountid' operator='{op}' value='{id}'/>");
    }

    [Fact]
    public void Query_by_attribute_takes_null_for_is_null()
    {
        using Rows rows = new();
        rows.Add("account", ("name", "A"), ("fax", "1"));
        Guid without = rows.Add("account", ("name", "A"));
        QueryByAttribute query = new("account");
        query.AddAttributeValue("name", "a");
        query.AddAttributeValue("fax", null);

        Assert.Equal(without, Assert.Single(rows.Select(query).Entities).Id);
    }

    [Fact]
    public void Distinct_rows_have_no_id_unless_asked_for()
    {
        using Rows rows = new();
        rows.Add("account", ("name", "Same"));
        rows.Add("account", ("name", "Same"));

        Entity row = Assert.Single(rows.Fetch(
            "<fetch distinct='true'><entity name='account'><attribute name='name'/></entity></fetch>").Entities);

        Assert.Equal(["name"], row.Attributes.Keys);
        Assert.Equal(Guid.Empty, row.Id);
    }

    [Fact]
    public void A_list_as_one_value_of_in_counts_as_its_members()
    {
        using Rows rows = new();
        rows.Add("account", ("name", "A"), ("numberofemployees", 1));
        rows.Add("account", ("name", "B"), ("numberofemployees", 2));
        QueryExpression query = new("account");
        query.Criteria.AddCondition("numberofemployees", ConditionOperator.In, new[] { 1, 2 });

        Assert.Equal(2, rows.Select(query).Entities.Count);
    }

    [Theory]
    [InlineData("<attribute name='x'/>",
        "'account' entity doesn't contain attribute with Name = 'x' and NameMapping = 'Logical'.")]
    [InlineData("<attribut name='x'/>",
        "Invalid FetchXML. 'attribut' (line 1, position 32) cannot stand inside 'entity'.")]
    [InlineData("<filter><condition attribute='name' operator='equals' value='1'/></filter>",
        "Invalid FetchXML. The condition operator 'equals' is invalid.")]
    [InlineData("<filter><condition attribute='createdon' operator='this-fiscal-year'/></filter>",
        "The local Dataverse does not support the condition operator ThisFiscalYear.")]
    [InlineData("<link-entity name='contact' from='contactid' to='primarycontactid' alias='a\"b'/>",
        "The alias 'a\"b' is invalid.")]
    [InlineData("<link-entity name='nosuch' from='x' to='accountid'/>",
        "The entity with a name = 'nosuch' with namemapping = 'Logical' was not found in the MetadataCache.")]
    public void Wrong_queries_fault_by_name(string insideEntity, string message)
    {
        using Rows rows = new();

        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(
            () => rows.Fetch($"<fetch><entity name='account'>{insideEntity}</entity></fetch>"));

        Assert.StartsWith(message, fault.Detail.Message, StringComparison.Ordinal);
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
    public void Fetch_text_is_bounded_and_has_no_dtd()
    {
        using Rows rows = new();
        const string Dtd = "<!DOCTYPE f [<!ENTITY a 'x'>]><fetch><entity name='&a;'/></fetch>";
        string deep = "<fetch><entity name='account'>" + string.Concat(Enumerable.Repeat("<filter>", 200))
            + string.Concat(Enumerable.Repeat("</filter>", 200)) + "</entity></fetch>";
        string large = $"<fetch><entity name='account'><!--{new string('x', 1_100_000)}--></entity></fetch>";

        foreach (string text in new[] { Dtd, deep, large })
        {
            Assert.Equal(unchecked((int)0x80041112), Code(() => rows.Fetch(text)));
        }
    }

    [Fact]
    public void Values_are_parameters_never_text()
    {
        using Rows rows = new();
        rows.Add("account", ("name", "x' OR '1'='1"));
        rows.Add("account", ("name", "y"));

        Assert.Equal(
            "x' OR '1'='1", rows.AccountsWhere("<condition attribute='name' operator='eq' value=\"x' OR '1'='1\"/>"));
    }

    [Fact]
    public void Plans_use_indexes_for_names_lookups_and_ids()
    {
        using Rows rows = new();
        Guid id = rows.Add("account", ("name", "A"));
        rows.Add("contact", ("lastname", "x"), ("parentcustomerid", new EntityReference("account", id)));

        Assert.DoesNotContain("SCAN", Plan(rows, "<fetch><entity name='account'><filter>"
            + "<condition attribute='name' operator='like' value='A%'/></filter></entity></fetch>"),
                StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN", Plan(rows, "<fetch><entity name='account'><filter>"
            + "<condition attribute='fax' operator='eq' value='A%'/></filter></entity></fetch>"),
                StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN", Plan(rows, "<fetch><entity name='contact'><filter><condition "
            + $"attribute='parentcustomerid' operator='eq' value='{id}'/></filter></entity></fetch>"),
                StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", Plan(rows, "<fetch count='50' page='1'><entity name='account'>"
            + "<attribute name='name'/><order attribute='name'/></entity></fetch>"), StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN contact", Plan(rows, "<fetch><entity name='account'><link-entity name='contact' "
            + "from='parentcustomerid' to='accountid'/></entity></fetch>").Replace("\"", ""), StringComparison.Ordinal);
    }

    private static string Plan(Rows rows, string fetchXml)
    {
        Local.Query.SqlTranslator translator = new(
            Local.Query.QueryReader.Read(new FetchExpression(fetchXml), rows.Catalog), rows.Context, rows.Catalog,
            rows.Session.Plan);
        Local.Store.Statement explain = rows.Session.Connection.Prepare(
            "EXPLAIN QUERY PLAN " + translator.Translate().Text);
        System.Text.StringBuilder plan = new();
        while (explain.Step()) plan.AppendLine(explain.Text8(3));
        explain.Reset();
        return plan.ToString();
    }

    private static object? Value(Entity row, string alias) => row.GetAttributeValue<AliasedValue>(alias).Value;

    private static int Code(Action action) =>
        Assert.Throws<FaultException<OrganizationServiceFault>>(action).Detail.ErrorCode;
}
