using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Solution.Tests.Loyalty;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Jobs;

/// <summary>Who is told, how, and in which words.</summary>
public sealed class NoticeScenario
{
    private const int None = 0, Task = 1, EmailDraft = 2;

    [Theory]
    [InlineData("account", None, 0, 0)]
    [InlineData("contact", None, 0, 0)]
    [InlineData("account", Task, 2, 0)]
    [InlineData("contact", Task, 2, 0)]
    [InlineData("account", EmailDraft, 0, 2)]
    [InlineData("contact", EmailDraft, 0, 2)]
    [Trait("Rule", "L48")]
    [Trait("Rule", "L52")]
    public void The_programme_says_how_a_lost_tier_and_an_end_of_points_are_told(
        string table, int kind, int tasks, int drafts)
    {
        using LoyaltyWorld world = TierScenario.Tiered(
            new("noticekind", Beats.Option(kind)), new("expirykind", Beats.Option(1)), new("expirymonths", 20));
        EntityReference customer = world.ProduceCustomer(table);
        world.FulfilledOrder(customer, 20_000m);

        world.LetTimePass(new DateTime(2027, 10, 2, 12, 0, 0) - world.Clock.GetUtcNow().UtcDateTime);
        world.LetTimePass(new DateTime(2028, 1, 2, 12, 0, 0) - world.Clock.GetUtcNow().UtcDateTime);
        world.LetDaysPass(1);

        Assert.Equal("Bronze", TierScenario.TierOf(world, customer));
        Assert.Equal(tasks, world.Rows("task").Count);
        IReadOnlyList<Entity> written = world.Rows("email");
        Assert.Equal(drafts, written.Count);
        Assert.All(written, draft => Assert.Equal(new OptionSetValue(0), draft["statecode"]));
        Assert.All(written.Concat(world.Rows("task")), row => Assert.Equal(customer, row["regardingobjectid"]));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L52")]
    public void A_lost_tier_is_told_in_the_language_of_the_customers_owner(string table)
    {
        using LoyaltyWorld world = TierScenario.Tiered();
        EntityReference german = OccasionScenario.GermanOwner(world);
        EntityReference customer = world.ProduceCustomer(table);
        world.Admin.Update(new Entity(table, customer.Id) { ["ownerid"] = german });
        world.FulfilledOrder(customer, 10_000m);

        world.LetTimePass(new DateTime(2028, 1, 2, 12, 0, 0) - world.Clock.GetUtcNow().UtcDateTime);

        Entity notice = Assert.Single(world.Rows("task"));
        Assert.Equal("Stufe geändert von Silver auf Bronze", notice["subject"]);
        Assert.Equal(german.Id, ((EntityReference)notice["ownerid"]).Id);
    }

    [Theory]
    [InlineData("account", "task", Task)]
    [InlineData("contact", "email", EmailDraft)]
    [Trait("Rule", "L56")]
    public void Notices_of_a_forgotten_customer_go_and_what_people_wrote_stays(string table, string activity, int kind)
    {
        using LoyaltyWorld world = TierScenario.Tiered(
            new KeyValuePair<string, object>("noticekind", Beats.Option(kind)));
        EntityReference customer = world.ProduceCustomer(table);
        world.FulfilledOrder(customer, 10_000m);
        world.LetTimePass(new DateTime(2028, 1, 2, 12, 0, 0) - world.Clock.GetUtcNow().UtcDateTime);
        Assert.Single(world.Rows(activity));
        Guid own = world.Admin.Create(new Entity(activity)
        {
            ["subject"] = "Invite to the fair", ["regardingobjectid"] = customer,
        });

        world.Admin.Execute(new OrganizationRequest("crmx_ForgetCustomer")
        {
            [table == "account" ? "Account" : "Contact"] = customer,
        });

        Assert.Equal(own, Assert.Single(world.Rows(activity)).Id);
    }
}
