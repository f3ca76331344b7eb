using System;
using System.Linq;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Query;

public sealed class UserSettingsTests
{
    private const int German = 1031;
    private const int Berlin = 110;

    [Fact]
    public void A_user_reads_dates_in_his_time_zone_and_labels_in_his_language()
    {
        using TestEnvironment environment = new();
        environment.Clock.Set(new DateTime(2026, 7, 14, 22, 30, 0, DateTimeKind.Utc));
        Guid user = UserIn(environment, Berlin, German);
        Guid id = environment.Service.Create(new Entity("account")
        {
            ["name"] = "A", ["numberofemployees"] = 12345, ["preferredcontactmethodcode"] = new OptionSetValue(3),
        });

        Entity his = environment.Dataverse.Connect(user).Retrieve("account", id, new ColumnSet(true));
        Entity hers = environment.Account(id);

        Assert.Equal("15.07.2026 00:30", his.FormattedValues["createdon"]);
        Assert.Equal("12.345", his.FormattedValues["numberofemployees"]);
        Assert.StartsWith("7/14/2026 10:30", hers.FormattedValues["createdon"], StringComparison.Ordinal);
        Assert.Equal(hers["createdon"], his["createdon"]);
    }

    [Fact]
    public void Today_is_the_users_day()
    {
        using TestEnvironment environment = new();
        environment.Clock.Set(new DateTime(2026, 7, 14, 21, 59, 0, DateTimeKind.Utc));
        IOrganizationService his = environment.Dataverse.Connect(UserIn(environment, Berlin, German));
        environment.CreateAccount();

        environment.Clock.Set(new DateTime(2026, 7, 14, 22, 1, 0, DateTimeKind.Utc));

        Assert.Equal(1, Count(environment.Service, "today"));
        Assert.Equal(0, Count(his, "today"));
        Assert.Equal(1, Count(his, "yesterday"));
    }

    [Fact]
    public void Choices_sort_by_the_label_in_the_users_language()
    {
        using TestEnvironment environment = new();
        Local.Metadata.Table table = TestTables.Add(environment.Dataverse.Tables, "test_fruit",
            new Local.Metadata.Column
            {
                LogicalName = "test_kind", SchemaName = "test_Kind", Type = Local.Metadata.ColumnType.Choice,
                Choices = new Local.Metadata.ChoiceSet(
                    "test_kind", [Fruit(1, "Apple", "Zapfen"), Fruit(2, "Pear", "Birne")]),
            });
        foreach (int kind in new[] { 1, 2 })
            environment.Service.Create(new Entity("test_fruit") { ["test_kind"] = new OptionSetValue(kind) });
        Guid user = UserIn(environment, Berlin, German);
        QueryExpression query = new(table.LogicalName) { ColumnSet = new ColumnSet("test_kind") };
        query.AddOrder("test_kind", OrderType.Ascending);

        string Read(IOrganizationService service) => string.Join(",", service.RetrieveMultiple(query).Entities
            .Select(e => e.FormattedValues["test_kind"]));

        Assert.Equal("Apple,Pear", Read(environment.Service));
        Assert.Equal("Birne,Zapfen", Read(environment.Dataverse.Connect(user)));

        static Local.Metadata.Choice Fruit(int value, string english, string german) =>
            new(value, new Local.Metadata.LocalizedText(english).With(German, german));
    }

    [Fact]
    public void Changed_settings_hold_at_once_and_are_gone_when_their_transaction_fails()
    {
        using TestEnvironment environment = new();
        Guid user = UserIn(environment, 92, 1033);
        IOrganizationService his = environment.Dataverse.Connect(user);
        Guid id = environment.CreateAccount();
        string Created() => his.Retrieve("account", id, new ColumnSet("createdon")).FormattedValues["createdon"];
        string before = Created();
        OrganizationRequestCollection requests =
        [
            new UpdateRequest { Target = new Entity("usersettings", user) { ["timezonecode"] = Berlin } },
            new UpdateRequest { Target = new Entity("account", Guid.NewGuid()) { ["name"] = "missing" } },
        ];

        TestEnvironment.FaultOf(
            () => environment.Service.Execute(new ExecuteTransactionRequest { Requests = requests }));
        string failed = Created();
        environment.Service.Update(new Entity("usersettings", user) { ["timezonecode"] = Berlin });

        Assert.Equal(before, failed);
        Assert.NotEqual(before, Created());
    }

    [Theory]
    [InlineData("timezonecode", 999)]
    [InlineData("uilanguageid", 99999)]
    [InlineData("localeid", 54321)]
    public void Settings_that_cannot_be_read_by_are_refused(string column, int value)
    {
        using TestEnvironment environment = new();
        Guid user = UserIn(environment, Berlin, German);

        OrganizationServiceFault fault = TestEnvironment.FaultOf(
            () => environment.Service.Update(new Entity("usersettings", user) { [column] = value }));

        Assert.Contains(column, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Times_are_converted_by_the_number_of_a_zone()
    {
        using TestEnvironment environment = new();
        DateTime utc = new(2026, 3, 29, 0, 59, 59, DateTimeKind.Utc);
        DateTime left = new(2026, 3, 29, 2, 30, 0);

        DateTime Local(DateTime time) => ((LocalTimeFromUtcTimeResponse)environment.Service.Execute(
            new LocalTimeFromUtcTimeRequest { TimeZoneCode = Berlin, UtcTime = time })).LocalTime;
        DateTime Utc(DateTime time) => ((UtcTimeFromLocalTimeResponse)environment.Service.Execute(
            new UtcTimeFromLocalTimeRequest { TimeZoneCode = Berlin, LocalTime = time })).UtcTime;

        Assert.Equal(new DateTime(2026, 3, 29, 1, 59, 59), Local(utc));
        Assert.Equal(new DateTime(2026, 3, 29, 3, 0, 0), Local(utc.AddSeconds(1)));
        Assert.Equal(new DateTime(2026, 3, 29, 1, 30, 0), Utc(left));
        Assert.Equal(new DateTime(2026, 1, 1, 11, 0, 0), Utc(new DateTime(2026, 1, 1, 12, 0, 0)));
        Assert.Contains("999", TestEnvironment.FaultOf(() => environment.Service.Execute(
            new LocalTimeFromUtcTimeRequest { TimeZoneCode = 999, UtcTime = utc })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_zone_of_the_list_is_known_to_this_machine()
    {
        using TestEnvironment environment = new();
        QueryByAttribute query = new("timezonedefinition") { ColumnSet = new ColumnSet("standardname", "bias") };
        query.AddAttributeValue("timezonecode", Berlin);

        Entity berlin = Assert.Single(environment.Service.RetrieveMultiple(query).Entities);

        Assert.Equal("W. Europe Standard Time", berlin["standardname"]);
        Assert.Equal(-60, berlin["bias"]);
        Assert.All(
            Local.Metadata.TimeZoneCode.All,
            zone => Assert.True(Local.Store.TimeZones.NumberOf(zone.Zone) >= Local.Store.TimeZones.Utc));
    }

    private static int Count(IOrganizationService service, string op) => service.RetrieveMultiple(new FetchExpression(
        $"<fetch><entity name='account'><filter><condition attribute='createdon' operator='{op}'/></filter></entity>"
        + "</fetch>")).Entities.Count;

    private static Guid UserIn(TestEnvironment environment, int zone, int language)
    {
        Guid id = environment.Dataverse.AddUser("Muster", "System Administrator");
        environment.Service.Update(new Entity("usersettings", id)
        {
            ["timezonecode"] = zone, ["uilanguageid"] = language, ["localeid"] = language,
        });
        return id;
    }
}
