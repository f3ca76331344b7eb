using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Solution.Tests.Loyalty;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Jobs;

/// <summary>Points end by themselves: the tests move the clock, the heartbeats of the platform do the rest.</summary>
public sealed class ExpiryScenario
{
    private const int Expire = 7;
    private const int RollingMonths = 1, FixedDate = 2, Inactivity = 4;
    private static readonly DateTime NewYearsEve = new(2026, 12, 31);

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L42")]
    [Trait("Rule", "L43")]
    public void The_remainder_of_an_ended_lot_expires_with_one_entry_and_a_rerun_changes_nothing(string table)
    {
        using LoyaltyWorld world = Rolling(months: 1);
        EntityReference customer = world.ProduceCustomer(table);
        world.FulfilledOrder(customer, 100m);
        world.Adjust(customer, -30);

        world.LetDaysPass(31);
        Assert.Equal([100, -30], world.PointsOf(customer));
        world.LetDaysPass(1);
        Assert.Equal([100, -30, -70], world.PointsOf(customer));
        world.LetDaysPass(1);
        world.RunDueWork();
        world.Dataverse.RunAsyncJobs();

        Entity expired = Assert.Single(world.Entries(), entry => (int)entry["crmx_points"] == -70);
        Assert.Equal(Beats.Option(Expire), expired["crmx_kind"]);
        Assert.Equal("2026-04-01", expired["crmx_sourceid"]);
        Assert.Equal(3, world.Entries().Count);
        Assert.False(world.MemberOf(customer).Contains("crmx_nextexpiryon"));
        world.AssertReplayEqualsBalance();
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L42")]
    public void A_fully_spent_lot_is_closed_without_an_expiry(string table)
    {
        using LoyaltyWorld world = Rolling(months: 1);
        EntityReference customer = world.ProduceCustomer(table);
        world.FulfilledOrder(customer, 100m);
        world.Adjust(customer, -100);

        world.LetDaysPass(60);

        Assert.Equal([100, -100], world.PointsOf(customer));
        world.AssertReplayEqualsBalance();
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L41")]
    public void Spending_takes_the_earliest_end_first_and_points_without_end_last(string table)
    {
        using var world = new LoyaltyWorld();
        EntityReference programme = world.ProduceProgramme();
        EntityReference customer = world.ProduceCustomer(table);
        world.FulfilledOrder(customer, 10m);
        world.Admin.Update(new Entity(programme.LogicalName, programme.Id)
        {
            ["crmx_expirykind"] = Beats.Option(RollingMonths), ["crmx_expirymonths"] = 2,
        });
        world.FulfilledOrder(customer, 20m);
        world.Clock.Advance(TimeSpan.FromDays(3));
        world.FulfilledOrder(customer, 40m);

        world.Adjust(customer, -55);

        Assert.Equal(
            "{\"v\":1,\"lots\":[{\"earned\":\"2026-03-04\",\"until\":\"2026-05-04\",\"points\":5},{\"points\":10}]}",
            world.MemberOf(customer)["crmx_openlots"]);
        world.LetDaysPass(90);
        Assert.Equal(10, world.MemberOf(customer)["crmx_balance"]);
        world.AssertReplayEqualsBalance();
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L44")]
    public void A_last_day_ends_with_the_programmes_midnight_and_is_shown_unchanged(string table)
    {
        using var world = new LoyaltyWorld();
        EntityReference lisbon = FixedDateIn(world, timeZone: 85);
        EntityReference berlin = FixedDateIn(world, timeZone: 110);
        EntityReference customer = world.ProduceCustomer(table);
        world.FulfilledOrder(customer, 100m);
        Assert.All(world.Entries(), entry => Assert.Equal(NewYearsEve, entry["crmx_expireson"]));

        world.Dataverse.RunAsyncJobs();
        world.Clock.Advance(new DateTime(2026, 12, 31, 23, 30, 0) - world.Clock.GetUtcNow().UtcDateTime);
        world.Dataverse.RunAsyncJobs();

        Assert.Equal(0, BalanceIn(world, berlin));
        Assert.Equal(100, BalanceIn(world, lisbon));
        world.LetTimePass(TimeSpan.FromHours(6));
        Assert.Equal(0, BalanceIn(world, lisbon));
        Assert.All(
            world.Entries().Where(entry => (int)entry["crmx_points"] < 0),
            entry => Assert.Equal("2026-12-31", entry["crmx_sourceid"]));
        world.AssertReplayEqualsBalance();
    }

    [Theory]
    [InlineData("account", 336, "2027-02-28")]
    [InlineData("contact", 336, "2027-02-28")]
    [InlineData("account", 701, "2028-02-29")]
    [Trait("Rule", "L45")]
    public void A_month_after_31_January_is_the_last_day_of_February(string table, int days, string last)
    {
        using LoyaltyWorld world = Rolling(months: 1);
        EntityReference customer = world.ProduceCustomer(table);
        world.Clock.Advance(TimeSpan.FromDays(days));

        world.FulfilledOrder(customer, 100m);

        Assert.Equal(DateTime.Parse(last), world.Entries().Single()["crmx_expireson"]);
        Assert.Equal(DateTime.Parse(last), world.MemberOf(customer)["crmx_nextexpiryon"]);
    }

    [Theory]
    [InlineData("account", false, true, 0)]
    [InlineData("contact", true, true, 105)]
    [InlineData("contact", true, false, 0)]
    [Trait("Rule", "L47")]
    public void An_inactive_balance_expires_whole_and_a_correction_counts_by_setting(
        string table, bool counts, bool corrects, int balance)
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme(
            new("expirykind", Beats.Option(Inactivity)), new("expirymonths", 6), new("activitycountsadjust", counts));
        EntityReference customer = world.ProduceCustomer(table);
        world.FulfilledOrder(customer, 100m);
        world.LetDaysPass(100);
        if (corrects) world.Adjust(customer, 5);

        world.LetDaysPass(100);

        Assert.Equal(balance, world.MemberOf(customer)["crmx_balance"]);
        world.LetDaysPass(185);
        Assert.Equal(0, world.MemberOf(customer)["crmx_balance"]);
        Assert.Single(world.Entries(), entry => Beats.Option(Expire).Equals(entry["crmx_kind"]));
        world.AssertReplayEqualsBalance();
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void Points_that_are_held_back_become_available_by_the_passing_of_days(string table)
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme(new KeyValuePair<string, object>("holdingdays", 14));
        EntityReference customer = world.ProduceCustomer(table);
        world.FulfilledOrder(customer, 100m);
        Assert.Equal(100, world.MemberOf(customer)["crmx_pending"]);

        world.LetDaysPass(13);
        Assert.Equal(0, world.MemberOf(customer)["crmx_available"]);
        world.LetDaysPass(1);

        Assert.Equal(100, world.MemberOf(customer)["crmx_available"]);
        Assert.Equal(0, world.MemberOf(customer)["crmx_pending"]);
        Assert.Single(world.Entries());
        world.AssertReplayEqualsBalance();
    }

    private static LoyaltyWorld Rolling(int months)
    {
        var world = new LoyaltyWorld();
        world.ProduceProgramme(new("expirykind", Beats.Option(RollingMonths)), new("expirymonths", months));
        return world;
    }

    private static EntityReference FixedDateIn(LoyaltyWorld world, int timeZone) => world.ProduceProgramme(
        new("expirykind", Beats.Option(FixedDate)), new("timezone", timeZone));

    private static int BalanceIn(LoyaltyWorld world, EntityReference programme) => (int)Assert.Single(
        world.Members(), member => programme.Equals(member["crmx_programid"]))["crmx_balance"];
}
