using System;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Loyalty.Spending;

public sealed class ApprovalScenario
{
    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L40")]
    public void Above_the_limit_another_person_decides_and_the_entry_names_the_first(string table)
    {
        using var world = new SpendingWorld(table, 100);
        EntityReference clerk = world.World.ProduceUser();
        OrganizationRequest request = SpendingWorld.Adjusting(world.Member, 10_001, "big");
        request["Note"] = "The customer waited for a year.";
        OrganizationResponse asked = world.World.Dataverse.Connect(clerk.Id).Execute(request);
        Assert.Equal(asked["ApprovalId"], world.World.Dataverse.Connect(clerk.Id).Execute(request)["ApprovalId"]);
        Assert.Equal(100, world.Balance);
        IOrganizationService supervisor = world.Supervisor();

        OrganizationResponse decided = supervisor.Execute(Deciding(asked, approve: true));
        supervisor.Execute(Deciding(asked, approve: true));

        Assert.Equal(10_101, world.Balance);
        Entity entry = world.Entry((Guid)decided["EntryId"]);
        Assert.Equal(clerk.Id, entry.GetAttributeValue<EntityReference>("crmx_originatorid").Id);
        Assert.Equal(64, entry.GetAttributeValue<string>("crmx_notehash").Length);
        Assert.Equal(request["Note"], Assert.Single(world.All("crmx_entrynote"))["crmx_text"]);
        Assert.Contains("the other way", SpendingWorld.Refusal(() => supervisor.Execute(Deciding(asked, false))));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L40")]
    public void Whoever_asked_does_not_decide_and_what_was_refused_is_not_posted(string table)
    {
        using var world = new SpendingWorld(table, 100);
        IOrganizationService supervisor = world.Supervisor();
        OrganizationResponse asked = supervisor.Execute(SpendingWorld.Adjusting(world.Member, -10_001, "big"));

        Assert.Contains(
            "Another supervisor", SpendingWorld.Refusal(() => supervisor.Execute(Deciding(asked, true))));
        world.Supervisor().Execute(Deciding(asked, approve: false));

        Assert.Equal(100, world.Balance);
        Entity approval = Assert.Single(world.All("crmx_approval"));
        Assert.Equal(Crmx.FirstOption + 2, approval.GetAttributeValue<OptionSetValue>("crmx_decision").Value);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L40")]
    public void What_is_split_needs_a_second_person_as_what_is_asked_for_at_once(string table)
    {
        using var world = new SpendingWorld(table, 100);
        IOrganizationService clerk = world.World.Dataverse.Connect(world.World.ProduceUser().Id);
        EntityReference other = world.Enrol(world.World.ProduceCustomer(table));
        Guid AskedFor(int points, string id) =>
            (Guid)clerk.Execute(SpendingWorld.Adjusting(world.Member, points, id))["ApprovalId"];

        Assert.Equal(Guid.Empty, AskedFor(6_000, "a"));
        Assert.Equal(Guid.Empty, AskedFor(4_000, "b"));
        Assert.NotEqual(Guid.Empty, AskedFor(1, "c"));
        Assert.Equal(Guid.Empty, AskedFor(-4_000, "d"));
        Assert.NotEqual(Guid.Empty, AskedFor(4_001, "e"));
        Assert.Equal(Guid.Empty, AskedFor(6_000, "a"));
        clerk.Execute(SpendingWorld.Adjusting(other, 10_000, "for another member"));
        world.Adjust(10_000, "by another person");
        Assert.Equal(16_100, world.Balance);

        world.World.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(Guid.Empty, AskedFor(10_000, "tomorrow"));
        Assert.Equal(26_100, world.Balance);
    }

    [Fact]
    [Trait("Rule", "L40")]
    public void A_reason_is_mandatory_and_only_supervisors_decide()
    {
        using var world = new SpendingWorld("account", 100);
        OrganizationRequest request = SpendingWorld.Adjusting(world.Member, 1, "a");
        request.Parameters.Remove("Reason");
        OrganizationResponse asked = world.Adjust(10_001, "big");
        IOrganizationService clerk = world.World.Dataverse.Connect(world.World.ProduceUser().Id);

        SpendingWorld.Refusal(() => world.Admin.Execute(request));
        Assert.Contains(
            "prvWritecrmx_ApiPermission",
            SpendingWorld.Refusal(() => clerk.Execute(Deciding(asked, true))),
            StringComparison.OrdinalIgnoreCase);
        var unknown = new OrganizationRequest("crmx_DecideApproval")
        {
            ["Approval"] = new EntityReference("crmx_approval", Guid.NewGuid()),
            ["Approve"] = true,
        };
        Assert.Contains("Diese Freigabe gibt es nicht", world.GermanRefusal(unknown));
    }

    private static OrganizationRequest Deciding(OrganizationResponse asked, bool approve) =>
        new("crmx_DecideApproval")
        {
            ["Approval"] = new EntityReference("crmx_approval", (Guid)asked["ApprovalId"]),
            ["Approve"] = approve,
        };
}
