using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Solution.Tests.Loyalty;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Jobs;

/// <summary>Birthdays, anniversaries and reminders.</summary>
public sealed class OccasionScenario
{
    private const int Bonus = 2;

    [Theory]
    [InlineData("1992-02-29", "2027-02-28")]
    [InlineData("1985-07-04", "2026-07-04")]
    [Trait("Rule", "L17")]
    public void A_birthday_pays_once_a_year_on_its_day_and_29_February_on_the_28th(string born, string paid)
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme(new KeyValuePair<string, object>("birthdaypoints", 50));
        EntityReference customer = world.ProduceCustomer("contact");
        world.Admin.Update(new Entity("contact", customer.Id) { ["birthdate"] = DateTime.Parse(born) });
        world.FulfilledOrder(customer, 1m);

        DaysUpTo(world, DateTime.Parse(paid).AddDays(-1));
        Assert.Equal([1], world.PointsOf(customer));
        world.LetDaysPass(1);
        Assert.Equal([1, 50], world.PointsOf(customer));
        world.RunDueWork();
        world.LetTimePass(TimeSpan.FromHours(12));
        world.LetTimePass(TimeSpan.FromHours(12));

        Entity bonus = world.Entries()[1];
        Assert.Equal(2, world.Entries().Count);
        Assert.Equal(Beats.Option(Bonus), bonus["crmx_kind"]);
        Assert.Equal("birthday " + paid, bonus["crmx_sourceid"]);
        world.AssertReplayEqualsBalance();
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L17")]
    public void An_anniversary_of_joining_pays_once_a_year(string table)
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme(new KeyValuePair<string, object>("anniversarypoints", 20));
        EntityReference customer = world.ProduceCustomer(table);
        world.FulfilledOrder(customer, 1m);

        DaysUpTo(world, new DateTime(2027, 2, 28));
        Assert.Single(world.Entries());
        world.LetDaysPass(1);
        world.LetDaysPass(1);
        DaysUpTo(world, new DateTime(2028, 3, 1));

        Assert.Equal([1, 20, 20], world.PointsOf(customer));
        world.AssertReplayEqualsBalance();
    }

    [Theory]
    [InlineData("account", 1, "task")]
    [InlineData("contact", 2, "email")]
    [Trait("Rule", "L48")]
    public void A_reminder_names_the_sum_of_each_day_once(string table, int kind, string activity)
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme(
            new("expirykind", Beats.Option(1)),
            new("expirymonths", 3),
            new("reminderdays", "30,7"),
            new("noticekind", Beats.Option(kind)));
        EntityReference customer = world.ProduceCustomer(table);
        world.FulfilledOrder(customer, 100m);
        world.FulfilledOrder(customer, 50m);
        world.LetDaysPass(1);
        world.FulfilledOrder(customer, 25m);

        DaysUpTo(world, new DateTime(2026, 5, 1));
        Assert.Empty(world.Rows(activity));
        world.LetDaysPass(1);
        Assert.Equal(["150 points end on 6/1/2026"], Subjects(world, activity));
        world.LetDaysPass(1);
        world.RunDueWork();
        world.LetTimePass(TimeSpan.FromHours(13));
        string[] both = ["150 points end on 6/1/2026", "25 points end on 6/2/2026"];
        Assert.Equal(both, Subjects(world, activity));
        DaysUpTo(world, new DateTime(2026, 5, 27));

        Assert.Equal([.. both, .. both], Subjects(world, activity));
        Assert.All(world.Rows(activity), row => Assert.Equal(customer, row["regardingobjectid"]));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L48")]
    public void A_notice_speaks_the_language_of_the_customers_owner(string table)
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme(new("expirykind", Beats.Option(1)), new("expirymonths", 3));
        EntityReference german = GermanOwner(world);
        EntityReference customer = world.ProduceCustomer(table);
        world.Admin.Update(new Entity(table, customer.Id) { ["ownerid"] = german });
        world.FulfilledOrder(customer, 1_500m);

        DaysUpTo(world, new DateTime(2026, 5, 3));

        Entity notice = Assert.Single(world.Rows("task"));
        Assert.Equal("1.500 Punkte verfallen nach dem 01.06.2026", notice["subject"]);
        Assert.Equal(german.Id, ((EntityReference)notice["ownerid"]).Id);
    }

    internal static EntityReference GermanOwner(LoyaltyWorld world)
    {
        world.Dataverse.AddRole(
            "Owner of customers", PrivilegeDepth.Global, "prvReadAccount", "prvReadContact", "prvReadActivity");
        EntityReference german = world.ProduceUser("CrmExtensions Loyalty Clerk", "Owner of customers");
        world.SetLanguage(german, 1031);
        return german;
    }

    private static IEnumerable<string> Subjects(LoyaltyWorld world, string activity) => world.Rows(activity)
        .OrderBy(row => (DateTime)row["createdon"])
        .ThenBy(row => (string)row["subject"])
        .Select(row => (string)row["subject"]);

    private static void DaysUpTo(LoyaltyWorld world, DateTime day) =>
        world.LetDaysPass((day - world.Clock.GetUtcNow().UtcDateTime.Date).Days);
}
