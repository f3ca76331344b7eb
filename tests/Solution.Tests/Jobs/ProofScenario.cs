using System;
using System.Linq;
using CrmExtensions.Solution.Tests.Loyalty;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Solution.Tests.Jobs;

/// <summary>
/// What jobs find and heal, or only find: ledgers that differ, overdue reservations, what a customer shows.
/// </summary>
public sealed class ProofScenario
{
    private const string Bypass = "BypassCustomPluginExecution";

    [Theory]
    [InlineData("account", "crmx_balance", 90)]
    [InlineData("contact", "crmx_openlots", "{\"v\":1,\"lots\":[{\"points\":90}]}")]
    [InlineData("contact", "crmx_statusbuckets", "{\"v\":1,\"months\":[]}")]
    [Trait("Rule", "L39")]
    public void A_balance_that_differs_from_its_ledger_is_a_finding_and_is_never_overwritten(
        string table, string column, object value)
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme();
        EntityReference customer = world.ProduceCustomer(table);
        world.FulfilledOrder(customer, 100m);
        world.LetDaysPass(2);
        Assert.Empty(world.OpenFindings());
        Entity member = world.MemberOf(customer);
        Overwrite(world, member.Id, column, value);

        world.LetDaysPass(2);

        Entity finding = Assert.Single(world.Rows("crmx_healthfinding"));
        Assert.Equal("ledger-differs", finding["crmx_code"]);
        Assert.Equal(member.Id.ToString("D"), finding["crmx_subjectid"]);
        Assert.Equal(value, world.MemberOf(customer)[column]);
        Overwrite(world, member.Id, column, member[column]);
        world.LetDaysPass(2);
        Assert.Empty(world.OpenFindings());
        world.AssertReplayEqualsBalance();
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L33")]
    public void A_reservation_that_was_not_used_in_time_is_released_by_the_heartbeat(string table)
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme();
        EntityReference customer = world.ProduceCustomer(table);
        world.FulfilledOrder(customer, 500m);
        world.Admin.Execute(new OrganizationRequest("crmx_ReservePoints")
        {
            ["Member"] = new EntityReference(Crmx.Member, world.MemberOf(customer).Id),
            ["Points"] = 200,
            ["RequestId"] = "draft",
        });
        Assert.Equal(300, world.MemberOf(customer)["crmx_available"]);

        world.LetTimePass(TimeSpan.FromMinutes(59));
        Assert.Equal(300, world.MemberOf(customer)["crmx_available"]);
        world.LetTimePass(TimeSpan.FromHours(2));

        Assert.Equal(500, world.MemberOf(customer)["crmx_available"]);
        world.LetTimePass(TimeSpan.FromHours(2));
        Assert.Equal(3, world.Entries().Count);
        Assert.Empty(world.OpenFindings());
        world.AssertReplayEqualsBalance();
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void The_customers_row_follows_the_passing_of_days(string table)
    {
        using var world = new LoyaltyWorld();
        EntityReference programme = world.ProduceProgramme(
            new("expirykind", Beats.Option(1)), new("expirymonths", 2), new("holdingdays", 14));
        TierScenario.Tier(world, programme, "Basic", 0, []);
        EntityReference customer = world.ProduceCustomer(table);
        world.FulfilledOrder(customer, 100m);
        world.Dataverse.RunAsyncJobs();

        Assert.Equal((0, 100, "Basic"), Shown(world, customer));
        world.LetDaysPass(14);
        Assert.Equal((100, 0, "Basic"), Shown(world, customer));
        Assert.Equal(100, Row(world, customer)["crmx_nextexpirypoints"]);
        Assert.Equal(new DateTime(2026, 5, 1), Row(world, customer)["crmx_nextexpiryon"]);
        world.LetDaysPass(60);
        Assert.Equal((0, 0, "Basic"), Shown(world, customer));
        Assert.False(Row(world, customer).Contains("crmx_nextexpiryon"));
    }

    private static (int Balance, int Pending, string Tier) Shown(LoyaltyWorld world, EntityReference customer)
    {
        Entity row = Row(world, customer);
        return (
            row.GetAttributeValue<int>("crmx_pointsbalance"),
            row.GetAttributeValue<int>("crmx_pendingpoints"),
            row.GetAttributeValue<string>("crmx_loyaltytier") ?? "");
    }

    private static Entity Row(LoyaltyWorld world, EntityReference customer) =>
        world.Rows(customer.LogicalName).Single(row => row.Id == customer.Id);

    private static void Overwrite(LoyaltyWorld world, Guid member, string column, object value) =>
        world.Admin.Execute(new UpdateRequest
        {
            Target = new Entity(Crmx.Member, member) { [column] = value }, [Bypass] = true,
        });
}
