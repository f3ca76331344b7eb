using System;
using System.Collections.Generic;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Messages;

public sealed class CreateTests : IDisposable
{
    private readonly TestEnvironment _environment = new();

    public void Dispose() => _environment.Dispose();

    [Fact]
    public void The_platform_fills_state_owner_dates_and_currency()
    {
        Entity row = _environment.Account(_environment.CreateAccount());

        Assert.Equal(0, ((OptionSetValue)row["statecode"]).Value);
        Assert.Equal(1, ((OptionSetValue)row["statuscode"]).Value);
        Assert.Equal(new EntityReference("systemuser", _environment.Dataverse.AdministratorId), row["ownerid"]);
        Assert.Equal(new EntityReference("systemuser", _environment.Dataverse.AdministratorId), row["owninguser"]);
        Assert.Equal(
            new EntityReference("businessunit", _environment.Dataverse.BusinessUnitId),
            row["owningbusinessunit"]);
        Assert.Equal(_environment.Clock.GetUtcNow().UtcDateTime, row["createdon"]);
        Assert.Equal(_environment.Clock.GetUtcNow().UtcDateTime, row["modifiedon"]);
        Assert.Equal(new EntityReference("systemuser", _environment.Dataverse.AdministratorId), row["createdby"]);
        Assert.Equal("transactioncurrency", ((EntityReference)row["transactioncurrencyid"]).LogicalName);
        Assert.Equal(1m, row["exchangerate"]);
        Assert.True(row.Contains("versionnumber"));
    }

    [Fact]
    public void Created_on_is_not_settable_but_overridden_created_on_is()
    {
        DateTime past = new(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        Guid ignored = _environment.Service.Create(new Entity("account") { ["name"] = "A", ["createdon"] = past });
        Guid migrated = _environment.Service.Create(
            new Entity("account") { ["name"] = "B", ["overriddencreatedon"] = past });

        DateTime now = _environment.Clock.GetUtcNow().UtcDateTime;
        Assert.Equal(now, _environment.Account(ignored)["createdon"]);
        Assert.Equal(past, _environment.Account(migrated)["createdon"]);
        Assert.Equal(now, _environment.Account(migrated)["overriddencreatedon"]);
    }

    [Fact]
    public void A_given_id_is_kept_and_cannot_be_used_twice()
    {
        Guid id = Guid.NewGuid();

        Assert.Equal(id, _environment.Service.Create(new Entity("account", id) { ["name"] = "A" }));

        OrganizationServiceFault fault = TestEnvironment.FaultOf(
            () => _environment.Service.Create(new Entity("account") { ["accountid"] = id, ["name"] = "B" }));
        Assert.Equal(-2147220937, fault.ErrorCode);
        Assert.StartsWith("Cannot insert duplicate key", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_table_is_refused_with_the_platforms_text()
    {
        OrganizationServiceFault fault = TestEnvironment.FaultOf(
            () => _environment.Service.Create(new Entity("nothing")));

        Assert.Equal(-2147217150, fault.ErrorCode);
        Assert.Contains("'nothing'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_column_is_refused_with_the_platforms_text()
    {
        OrganizationServiceFault fault = Refused("nothing", 1);

        Assert.Equal(-2147217149, fault.ErrorCode);
        Assert.Equal(
            "'account' entity doesn't contain attribute with Name = 'nothing' and NameMapping = 'Logical'.",
            fault.Message);
    }

    [Fact]
    public void Text_that_is_too_long_is_refused_with_the_platforms_text()
    {
        OrganizationServiceFault fault = Refused("name", new string('x', 161));

        Assert.Equal(-2147204303, fault.ErrorCode);
        Assert.Equal(
            "A validation error occurred. The length of the 'name' attribute of the 'account' entity exceeded the "
                + "maximum allowed length of '160'.",
            fault.Message);
    }

    [Fact]
    public void A_choice_value_that_does_not_exist_is_refused_and_the_accepted_ones_are_named()
    {
        OrganizationServiceFault fault = Refused("accountcategorycode", new OptionSetValue(9));

        Assert.Equal(-2147204326, fault.ErrorCode);
        Assert.Equal(
            "A validation error occurred. The value 9 of 'accountcategorycode' on record of type 'account' is outside "
                + "the valid range. Accepted Values: 1,2",
            fault.Message);
    }

    [Fact]
    public void A_number_out_of_range_is_refused()
    {
        OrganizationServiceFault fault = Refused("numberofemployees", -1);

        Assert.Equal(-2147204304, fault.ErrorCode);
        Assert.Equal(
            "A validation error occurred. The value of 'numberofemployees' on record of type 'account' is outside the "
                + "valid range.",
            fault.Message);
    }

    public static TheoryData<string, object> WrongValues() => new()
    {
        { "name", 7 },
        { "numberofemployees", "7" },
        { "numberofemployees", 7L },
        { "revenue", 7m },
        { "accountcategorycode", 1 },
        { "primarycontactid", Guid.NewGuid() },
        { "creditonhold", "true" },
    };

    [Theory]
    [MemberData(nameof(WrongValues))]
    public void A_value_of_the_wrong_type_is_refused_by_the_columns_name(string column, object value)
    {
        OrganizationServiceFault fault = Refused(column, value);

        Assert.Equal(-2147220989, fault.ErrorCode);
        Assert.Contains($"'{column}'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lookup_must_point_to_a_row_of_a_table_that_it_allows()
    {
        OrganizationServiceFault missing = Refused("primarycontactid", new EntityReference("contact", Guid.NewGuid()));
        OrganizationServiceFault wrong = Refused(
            "primarycontactid", new EntityReference("systemuser", _environment.Dataverse.AdministratorId));

        Assert.Equal(-2147220969, missing.ErrorCode);
        Assert.EndsWith("Does Not Exist", missing.Message, StringComparison.Ordinal);
        Assert.Contains("contact", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Amounts_are_kept_in_base_currency_beside_the_rows_currency()
    {
        Guid dollar = _environment.Service.Create(new Entity("transactioncurrency")
        {
            ["currencyname"] = "US Dollar",
            ["isocurrencycode"] = "USD",
            ["currencysymbol"] = "$",
            ["exchangerate"] = 1.25m,
        });

        Guid id = _environment.Service.Create(new Entity("account")
        {
            ["name"] = "A",
            ["revenue"] = new Money(1000m),
            ["transactioncurrencyid"] = new EntityReference("transactioncurrency", dollar),
        });

        Entity row = _environment.Account(id);
        Assert.Equal(1.25m, row["exchangerate"]);
        Assert.Equal(800m, ((Money)row["revenue_base"]).Value);

        _environment.Service.Update(new Entity("account", id) { ["revenue"] = new Money(500m) });
        Assert.Equal(400m, ((Money)_environment.Account(id)["revenue_base"]).Value);
    }

    [Fact]
    public void A_status_reason_must_belong_to_its_state()
    {
        OrganizationServiceFault fault = Refused("statuscode", new OptionSetValue(2));

        Assert.Equal(-2147187704, fault.ErrorCode);
        Assert.StartsWith(
            "2 is not a valid status code for state code AccountState.Active",
            fault.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Related_rows_in_one_request_are_refused_by_name()
    {
        Entity row = new("account") { ["name"] = "A" };
        row.RelatedEntities[new Microsoft.Xrm.Sdk.Relationship("contact_customer_accounts")] =
            new EntityCollection(new List<Entity> { new("contact") });

        OrganizationServiceFault fault = TestEnvironment.FaultOf(() => _environment.Service.Create(row));

        Assert.Contains("related rows", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_null_is_not_stored_and_not_returned()
    {
        Guid id = _environment.Service.Create(new Entity("account") { ["name"] = "A", ["fax"] = null });

        Entity row = _environment.Service.Retrieve("account", id, new ColumnSet("fax"));

        Assert.Equal(["accountid"], row.Attributes.Keys);
    }

    [Fact]
    public void The_owner_may_be_a_team_and_brings_its_business_unit()
    {
        Guid team = _environment.Service.Create(new Entity("team")
        {
            ["name"] = "Sales",
            ["businessunitid"] = new EntityReference("businessunit", _environment.Dataverse.BusinessUnitId),
        });
        Guid reader = _environment.Dataverse.AddRole("Reader", PrivilegeDepth.Basic, "prvReadAccount");
        _environment.Service.Associate(
            "team", team, new Relationship("teamroles_association"), [new EntityReference("role", reader)]);

        Guid id = _environment.Service.Create(
            new Entity("account") { ["name"] = "A", ["ownerid"] = new EntityReference("team", team) });

        Entity row = _environment.Account(id);
        Assert.Equal(new EntityReference("team", team), row["owningteam"]);
        Assert.False(row.Contains("owninguser"));
    }

    private OrganizationServiceFault Refused(string column, object value)
    {
        Entity row = new("account") { ["name"] = "A" };
        row[column] = value;
        return TestEnvironment.FaultOf(() => _environment.Service.Create(row));
    }
}
