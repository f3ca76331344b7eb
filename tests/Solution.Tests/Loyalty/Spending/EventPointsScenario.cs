using System;
using System.Linq;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Loyalty.Spending;

public sealed class EventPointsScenario
{
    private const int Survey = 0, Complaint = 1, Review = 2;

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void An_event_pays_once_by_the_programme_or_as_named(string table)
    {
        using var world = new SpendingWorld(table, 100, SpendingWorld.Setting("reviewpoints", 15));
        OrganizationRequest review = Awarding(world, "Review", 0, "review 1");

        Assert.Equal(15, world.Admin.Execute(review)["AwardedPoints"]);
        Assert.Equal(15, world.Admin.Execute(review)["AwardedPoints"]);
        world.Admin.Execute(Awarding(world, "promotion", 40, "spring"));

        Assert.Equal(155, world.Balance);
        Refused(world, "Choose one of these events: Promotion, Survey", Awarding(world, "Party", 1, "x"));
        Refused(world, "gives no points", Awarding(world, "Survey", 0, "x"));
        Refused(world, "At most 10,000", Awarding(world, "Promotion", 10_001, "x"));
        Assert.Contains(
            "vergibt für dieses Ereignis keine Punkte", world.GermanRefusal(Awarding(world, "Survey", 0, "x")));
        world.OnlyWith("prvCreatecrmx_ApiPermission", review);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void A_survey_pays_once_a_month_and_a_review_once_for_its_order(string table)
    {
        using var world = new SpendingWorld(
            table, 100, SpendingWorld.Setting("surveypoints", 10), SpendingWorld.Setting("reviewpoints", 20));

        Feedback(world, Survey, "");
        Feedback(world, Survey, "");
        Feedback(world, Review, "order 1");
        Feedback(world, Review, "order 1");
        Feedback(world, Review, "order 2");
        Feedback(world, Complaint, "order 2");
        Assert.Equal(150, world.Balance);

        world.World.Clock.Advance(TimeSpan.FromDays(31));
        Feedback(world, Survey, "");
        Assert.Equal(160, world.Balance);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void The_first_order_of_somebody_recommended_pays_both_once(string table)
    {
        using var world = new SpendingWorld(
            table, 100, SpendingWorld.Setting("referrerpoints", 50), SpendingWorld.Setting("refereepoints", 30));
        var code = world.Row(world.Member).GetAttributeValue<string>("crmx_referralcode");
        EntityReference friend = world.World.ProduceCustomer(table);
        EntityReference member = world.Enrol(friend, code);
        world.World.Dataverse.RunAsyncJobs();
        Assert.Equal(100, world.Balance);

        world.World.FulfilledOrder(friend, 10m);
        world.World.Dataverse.RunAsyncJobs();
        world.World.FulfilledOrder(friend, 10m);
        world.World.Dataverse.RunAsyncJobs();

        Assert.Equal(150, world.Balance);
        Assert.Equal(50, world.BalanceOf(member));
        Entity referral = Assert.Single(world.All("crmx_referral"));
        Assert.Equal(Crmx.FirstOption + 1, referral.GetAttributeValue<OptionSetValue>("crmx_state").Value);
    }

    [Fact]
    public void Nobody_refers_themselves_or_by_an_unknown_code()
    {
        using var world = new SpendingWorld("contact", 100);
        var code = world.Row(world.Member).GetAttributeValue<string>("crmx_referralcode");

        Assert.Contains("Nobody can refer themselves", Referring(world, code));
        Assert.Contains("No active member has this referral code", Referring(world, "ABC"));
        Assert.Contains("Weiterempfehlungscode", world.GermanRefusal(
            world.Enrolling(world.World.ProduceCustomer("account"), "ABC")));
    }

    private static string Referring(SpendingWorld world, string code) =>
        Assert.Throws<FaultException<OrganizationServiceFault>>(() => world.Admin.Create(new Entity("crmx_referral")
        {
            ["crmx_name"] = "x",
            ["crmx_code"] = code,
            ["crmx_refereecustomer"] = world.Customer,
        })).Detail.Message;

    private static void Feedback(SpendingWorld world, int kind, string order)
    {
        world.Admin.Create(new Entity("crmx_feedback")
        {
            ["crmx_name"] = "Feedback",
            ["crmx_customerid"] = world.Customer,
            ["crmx_kind"] = new OptionSetValue(Crmx.FirstOption + kind),
            ["crmx_orderid"] = order,
        });
        world.World.Dataverse.RunAsyncJobs();
    }

    private static void Refused(SpendingWorld world, string text, OrganizationRequest request) =>
        Assert.Contains(text, SpendingWorld.Refusal(() => world.Admin.Execute(request)));

    private static OrganizationRequest Awarding(SpendingWorld world, string occasion, int points, string requestId) =>
        new("crmx_AwardEventPoints")
        {
            ["Member"] = world.Member,
            ["Event"] = occasion,
            ["Points"] = points,
            ["RequestId"] = requestId,
        };
}
