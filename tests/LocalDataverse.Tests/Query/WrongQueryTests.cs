using System;
using System.Linq;
using System.ServiceModel;
using Dataverse.Local.Tests.Store;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Tests.Query;

public sealed class WrongQueryTests
{
    [Theory]
    [InlineData("<attribute name='x'/>",
        "'account' entity doesn't contain attribute with Name = 'x' and NameMapping = 'Logical'.")]
    [InlineData("<attribut name='x'/>",
        "Invalid FetchXML. 'attribut' (line 1, position 32) cannot stand inside 'entity'.")]
    [InlineData("<filter><condition attribute='name' operator='equals' value='1'/></filter>",
        "Unknown Condition Operator: equals")]
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

    [Theory]
    [InlineData("name", "today", "", "the operator Today is not valid for an attribute of type 'String'")]
    [InlineData("createdon", "like", "1", "the operator Like is not valid for an attribute of type 'DateTime'")]
    [InlineData("numberofemployees", "begins-with", "1", "the operator BeginsWith is not valid")]
    [InlineData("name", "eq-userid", "", "the operator EqualUserId is not valid")]
    [InlineData("name", "contain-values", "1", "the operator ContainValues is not valid")]
    [InlineData("numberofemployees", "eq", "x", "expected argument(s) of type 'Integer'")]
    [InlineData("name", "contains", "x", "Unknown Condition Operator: contains")]
    public void An_operator_faults_where_its_column_does_not_know_it(
        string column, string op, string value, string message)
    {
        using Rows rows = new();
        string given = value.Length == 0 ? "" : $" value='{value}'";

        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(
            () => rows.AccountsWhere($"<condition attribute='{column}' operator='{op}'{given}/>"));

        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_query_has_at_most_15_links_and_500_conditions()
    {
        using Rows rows = new();
        string Links(int count) => string.Concat(Enumerable.Repeat(
            "<link-entity name='contact' from='contactid' to='primarycontactid' link-type='outer'/>", count));
        string Conditions(int count) => "<filter type='or'>" + string.Concat(Enumerable.Repeat(
            "<condition attribute='name' operator='null'/>", count)) + "</filter>";
        EntityCollection Run(string inside) => rows.Fetch($"<fetch><entity name='account'>{inside}</entity></fetch>");

        Assert.Empty(Run(Links(15) + Conditions(485)).Entities);
        Assert.Equal(-2147204339, Code(() => Run(Links(16))));
        Assert.Equal(-2147204340, Code(() => Run(Links(15) + Conditions(486))));
    }

    [Theory]
    [InlineData("utc-offset='60'", "utc-offset")]
    [InlineData("min-active-row-version='true'", "min-active-row-version")]
    [InlineData("datasource='retained'", "datasource")]
    public void Attributes_of_fetch_that_are_not_imitated_are_refused_by_name(string attribute, string named)
    {
        using Rows rows = new();

        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(
            () => rows.Fetch($"<fetch {attribute}><entity name='account'/></fetch>"));

        Assert.Contains($"does not support the attribute {named}=", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_filter_of_a_link_cannot_name_a_link_that_is_joined_later()
    {
        using Rows rows = new();

        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => rows.Fetch("""
            <fetch><entity name='account'>
              <link-entity name='contact' from='contactid' to='primarycontactid' alias='first'>
                <filter><condition entityname='second' attribute='name' operator='null'/></filter>
              </link-entity>
              <link-entity name='account' from='accountid' to='parentaccountid' alias='second'/>
            </entity></fetch>
            """));

        Assert.StartsWith("A filter of 'first' names 'second'", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sum", "name")]
    [InlineData("avg", "statecode")]
    [InlineData("max", "primarycontactid")]
    public void What_cannot_be_added_is_not_aggregated(string aggregate, string column)
    {
        using Rows rows = new();

        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => rows.Fetch(
            $"<fetch aggregate='true'><entity name='account'><attribute name='{column}' aggregate='{aggregate}' "
            + "alias='a'/></entity></fetch>"));

        Assert.Contains($"cannot be applied to the attribute '{column}'", fault.Message, StringComparison.Ordinal);
    }

    private static int Code(Action action) =>
        Assert.Throws<FaultException<OrganizationServiceFault>>(action).Detail.ErrorCode;
}
