using System;
using System.Linq;
using System.ServiceModel;
using Dataverse.Local.Tests.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Query;

public sealed class JoinTests
{
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
    public void Columns_of_two_tables_are_compared_where_their_types_agree()
    {
        using Rows rows = new();
        Guid account = rows.Add("account", ("name", "Meier"), ("numberofemployees", 3));
        foreach (string name in new[] { "MEIER", "Huber" })
        {
            rows.Add("contact", ("lastname", name), ("numberofchildren", 3),
                ("parentcustomerid", new EntityReference("account", account)));
        }

        rows.Add("contact", ("lastname", "Alone"));
        string Where(string condition) => string.Join(",", rows.Fetch("<fetch><entity name='contact'><attribute "
            + "name='lastname'/><order attribute='lastname'/><link-entity name='account' from='accountid' "
            + "to='parentcustomerid' link-type='outer' alias='a'/><filter>" + condition + "</filter></entity></fetch>")
            .Entities.Select(e => e["lastname"]));

        Assert.Equal("MEIER", Where("<condition attribute='lastname' operator='eq' valueof='a.name'/>"));
        Assert.Equal("Huber", Where("<condition attribute='lastname' operator='ne' valueof='a.name'/>"
            + "<condition entityname='a' attribute='name' operator='not-null'/>"));
        Assert.Equal("Huber,MEIER", Where(
            "<condition attribute='numberofchildren' operator='eq' valueof='a.numberofemployees'/>"));
        Assert.Throws<FaultException<OrganizationServiceFault>>(
            () => Where("<condition attribute='numberofchildren' operator='eq' valueof='a.name'/>"));
    }

    [Fact]
    public void A_condition_of_the_root_on_an_outer_link_is_tested_after_the_join()
    {
        using Rows rows = new();
        Guid contact = rows.Add("contact", ("lastname", "Meier"));
        rows.Add("account", ("name", "With"), ("primarycontactid", new EntityReference("contact", contact)));
        rows.Add("account", ("name", "Without"));
        string Where(string inLink, string inRoot) => string.Join(",", rows.Fetch("<fetch><entity name='account'>"
            + "<attribute name='name'/><order attribute='name'/><link-entity name='contact' from='contactid' "
            + $"to='primarycontactid' link-type='outer' alias='c'>{inLink}</link-entity>{inRoot}</entity></fetch>")
            .Entities.Select(e => e["name"]));

        Assert.Equal("With,Without", Where(
            "<filter><condition attribute='lastname' operator='eq' value='Meier'/></filter>", ""));
        Assert.Equal("With", Where(
            "", "<filter><condition entityname='c' attribute='lastname' operator='eq' value='Meier'/></filter>"));
        Assert.Equal("Without", Where(
            "", "<filter><condition entityname='c' attribute='contactid' operator='null'/></filter>"));
    }
}
