using System;
using System.Text;
using Dataverse.Local.Query;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Query;

/// <summary>Query in, SQL text out: the approved files are the translation's documentation.</summary>
public sealed class SqlTextTests
{
    [Fact]
    public void Columns_conditions_and_order() => Check("""
        <fetch top="10"><entity name="account">
          <attribute name="name"/><attribute name="revenue"/><attribute name="ownerid"/>
          <order attribute="name" descending="true"/>
          <filter>
            <condition attribute="name" operator="like" value="Müll%"/>
            <condition attribute="revenue" operator="ge" value="1000.50"/>
            <filter type="or">
              <condition attribute="industrycode" operator="in"><value>1</value><value>2</value></condition>
              <condition attribute="parentaccountid" operator="null"/>
            </filter>
          </filter>
        </entity></fetch>
        """);

    [Fact]
    public void Negative_operators_let_null_rows_pass() => Check("""
        <fetch><entity name="account"><attribute name="accountid"/>
          <filter type="or">
            <condition attribute="name" operator="ne" value="a"/>
            <condition attribute="name" operator="not-like" value="%a%"/>
            <condition attribute="industrycode" operator="not-in"><value>1</value></condition>
            <condition attribute="numberofemployees" operator="not-between"><value>1</value><value>2</value></condition>
            <condition attribute="ownerid" operator="ne-userid"/>
            <condition attribute="createdon" operator="not-on" value="2026-01-31"/>
          </filter>
        </entity></fetch>
        """);

    [Fact]
    public void Like_patterns_become_ranges_or_globs() => Check("""
        <fetch><entity name="account"><attribute name="accountid"/>
          <filter>
            <condition attribute="name" operator="like" value="exact"/>
            <condition attribute="name" operator="like" value="pre%"/>
            <condition attribute="name" operator="like" value="%mid%"/>
            <condition attribute="name" operator="like" value="[au]_x[^b-d]%"/>
            <condition attribute="name" operator="begins-with" value="100%*"/>
            <condition attribute="name" operator="ends-with" value="?end"/>
            <condition attribute="description" operator="like" value="%memo%"/>
          </filter>
        </entity></fetch>
        """);

    [Fact]
    public void Links_inner_and_outer_with_columns_of_their_own() => Check("""
        <fetch><entity name="salesorder"><attribute name="name"/>
          <link-entity name="account" from="accountid" to="customerid" alias="buyer">
            <attribute name="name"/><attribute name="creditlimit"/>
            <filter><condition attribute="statecode" operator="eq" value="0"/></filter>
            <link-entity name="contact" from="contactid" to="primarycontactid" link-type="outer">
              <attribute name="fullname"/>
              <filter><condition attribute="statecode" operator="eq" value="0"/></filter>
            </link-entity>
          </link-entity>
          <filter><condition entityname="contact2" attribute="contactid" operator="null"/></filter>
        </entity></fetch>
        """);

    [Theory]
    [InlineData("exists")]
    [InlineData("in")]
    [InlineData("matchfirstrowusingcrossapply")]
    public void Links_that_only_test_or_take_one_row(string linkType) => Check($"""
        <fetch><entity name="account"><attribute name="name"/>
          <link-entity name="contact" from="parentcustomerid" to="accountid" link-type="{linkType}">
            <filter><condition attribute="lastname" operator="eq" value="Meier"/></filter>
          </link-entity>
        </entity></fetch>
        """, linkType);

    [Theory]
    [InlineData("any")]
    [InlineData("not any")]
    [InlineData("all")]
    [InlineData("not all")]
    public void Links_inside_a_filter(string linkType) => Check($"""
        <fetch><entity name="account"><attribute name="name"/>
          <filter type="or">
            <link-entity name="contact" from="parentcustomerid" to="accountid" link-type="{linkType}">
              <filter><condition attribute="lastname" operator="eq" value="Meier"/></filter>
            </link-entity>
            <condition attribute="name" operator="eq" value="x"/>
          </filter>
        </entity></fetch>
        """, linkType.Replace(' ', '_'));

    [Fact]
    public void Aggregates_by_linked_column_and_date_part() => Check("""
        <fetch aggregate="true"><entity name="salesorderdetail">
          <attribute name="extendedamount" aggregate="sum" alias="total"/>
          <attribute name="quantity" aggregate="avg" alias="mean"/>
          <attribute name="productid" aggregate="countcolumn" distinct="true" alias="products"/>
          <attribute name="salesorderdetailid" aggregate="count" alias="lines"/>
          <link-entity name="salesorder" from="salesorderid" to="salesorderid" alias="o">
            <attribute name="createdon" groupby="true" dategrouping="month" alias="month"/>
            <attribute name="statecode" groupby="true" alias="state"/>
          </link-entity>
          <order alias="total" descending="true"/><order alias="state"/>
        </entity></fetch>
        """);

    [Fact]
    public void Choices_sort_by_label_lookups_by_name() => Check("""
        <fetch><entity name="account"><attribute name="name"/>
          <order attribute="preferredcontactmethodcode"/><order attribute="primarycontactid" descending="true"/>
          <order attribute="ownerid"/>
        </entity></fetch>
        """);

    [Fact]
    public void A_page_with_a_cookie_is_sought_not_counted() => Check("""
        <fetch count="50" page="3" returntotalrecordcount="true"
               paging-cookie="&lt;cookie page='2'&gt;
                 &lt;name last='Maier' first='A'/&gt;
                 &lt;accountid last='{11111111-2222-3333-4444-555555555555}' first='{0}'/&gt;
               &lt;/cookie&gt;">
          <entity name="account"><attribute name="name"/><order attribute="name"/></entity>
        </fetch>
        """);

    [Fact]
    public void Distinct_selects_without_the_id() => Check("""
        <fetch distinct="true"><entity name="contact"><attribute name="lastname"/>
          <link-entity name="account" from="accountid" to="parentcustomerid">
            <attribute name="industrycode"/>
          </link-entity>
          <order attribute="lastname"/>
        </entity></fetch>
        """);

    [Fact]
    public void Columns_are_compared_with_columns() => Check("""
        <fetch><entity name="contact"><attribute name="contactid"/>
          <link-entity name="account" from="accountid" to="parentcustomerid" alias="a"/>
          <filter>
            <condition attribute="firstname" operator="eq" valueof="lastname"/>
            <condition attribute="createdon" operator="gt" valueof="a.createdon"/>
          </filter>
        </entity></fetch>
        """);

    [Fact]
    public void People_teams_and_hierarchies() => Check("""
        <fetch><entity name="account"><attribute name="accountid"/>
          <filter type="or">
            <condition attribute="ownerid" operator="eq-userid"/>
            <condition attribute="ownerid" operator="eq-useroruserteams"/>
            <condition attribute="owningbusinessunit" operator="eq-businessid"/>
            <condition attribute="accountid" operator="under" value="{11111111-2222-3333-4444-555555555555}"/>
            <condition attribute="accountid" operator="eq-or-above" value="{11111111-2222-3333-4444-555555555555}"/>
          </filter>
        </entity></fetch>
        """);

    [Fact]
    public void Links_inside_links_inside_a_filter() => Check("""
        <fetch><entity name="account"><attribute name="name"/>
          <filter type="or">
            <link-entity name="contact" from="parentcustomerid" to="accountid" link-type="any">
              <filter type="or">
                <condition attribute="lastname" operator="eq" value="Meier"/>
                <link-entity name="salesorder" from="customerid" to="contactid" link-type="not any">
                  <filter><condition attribute="statecode" operator="eq" value="3"/></filter>
                </link-entity>
              </filter>
            </link-entity>
          </filter>
        </entity></fetch>
        """);

    [Fact]
    public void Children_are_counted_beside_each_row() => Check("""
        <fetch><entity name="account"><attribute name="name"/>
          <attribute name="accountid" rowaggregate="CountChildren" alias="children"/>
          <filter><condition attribute="accountid" operator="under" value="11111111-2222-3333-4444-555555555555"/>
          </filter>
        </entity></fetch>
        """);

    [Fact]
    public void The_least_text_is_the_least_as_it_compares() => Check("""
        <fetch aggregate="true"><entity name="account">
          <attribute name="name" aggregate="min" alias="first"/>
          <attribute name="createdon" aggregate="max" alias="last"/>
          <attribute name="description" groupby="true" alias="about"/>
        </entity></fetch>
        """);

    [Fact]
    public void Orders_of_a_link_follow_those_of_the_root() => Check("""
        <fetch useraworderby="true"><entity name="account"><attribute name="name"/>
          <link-entity name="contact" from="contactid" to="primarycontactid" link-type="outer" alias="p">
            <order attribute="lastname" descending="true"/>
          </link-entity>
          <order attribute="preferredcontactmethodcode"/><order attribute="firstname" entityname="p"/>
        </entity></fetch>
        """);

    private static void Check(
        string fetchXml, string variant = "", [System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        SqlTranslator translator = Translation.Of(QueryReader.Read(new FetchExpression(fetchXml), Translation.Catalog));
        StringBuilder text = new(fetchXml);
        Append(text, translator.Translate());
        if (fetchXml.Contains("returntotalrecordcount", StringComparison.Ordinal))
            Append(text, translator.TranslateCount(5001));
        Approved.Check(text.ToString(), test: variant.Length == 0 ? test : $"{test}.{variant}");
    }

    private static void Append(StringBuilder text, SqlText sql) =>
        text.Append("\n\n").Append(sql.Text).Append('\n').Append(Translation.ValuesOf(sql, "\n"));
}
