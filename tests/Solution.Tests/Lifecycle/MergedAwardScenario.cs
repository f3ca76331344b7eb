using System.Linq;
using CrmExtensions.Solution.Tests.Loyalty.Earning;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Lifecycle;

/// <summary>What becomes of a document whose member was folded into another one after it had earned.</summary>
public sealed class MergedAwardScenario
{
    [Theory]
    [InlineData("account", true)]
    [InlineData("contact", true)]
    [InlineData("account", false)]
    [InlineData("contact", false)]
    [Trait("Rule", "L53")]
    public void A_cancelled_order_takes_its_points_from_the_member_that_has_them_now(string table, bool byHand)
    {
        using var life = new LifecycleWorld(table);
        EntityReference order = Merged(life, byHand, out EntityReference stays, out EntityReference doubled);

        life.World.SetState(order, 0, 1);
        life.World.Cancel(order);

        Assert.Equal(100, life.Member(stays)["crmx_balance"]);
        Assert.Equal(0, life.Member(doubled)["crmx_balance"]);
        Assert.Equal(2, life.EntriesOf(doubled).Count);
        Assert.Equal(-60, life.EntriesOf(stays)[^1]["crmx_points"]);
    }

    [Theory]
    [InlineData("account", true)]
    [InlineData("contact", true)]
    [InlineData("account", false)]
    [InlineData("contact", false)]
    [Trait("Rule", "L53")]
    public void An_order_that_is_fulfilled_again_gives_them_to_that_member(string table, bool byHand)
    {
        using var life = new LifecycleWorld(table);
        EntityReference order = Merged(life, byHand, out EntityReference stays, out EntityReference doubled);
        life.World.SetState(order, 0, 1);

        life.World.Fulfil(order);

        Assert.Equal(160, life.Member(stays)["crmx_balance"]);
        Assert.Equal(2, life.EntriesOf(doubled).Count);
    }

    [Theory]
    [InlineData("account", true)]
    [InlineData("contact", true)]
    [InlineData("account", false)]
    [InlineData("contact", false)]
    [Trait("Rule", "L53")]
    public void Returned_goods_are_taken_from_it_too_and_once_for_a_request_from_before_the_merge(
        string table, bool byHand)
    {
        using var life = new LifecycleWorld(table);
        EntityReference first = life.World.FulfilledOrder(life.Doubled, 40m);
        life.Admin.Execute(Return(first, "before"));
        EntityReference order = Merged(life, byHand, out EntityReference stays, out EntityReference doubled);

        Assert.Equal(60, life.Admin.Execute(Return(order, "r"))["PointsTakenBack"]);
        OrganizationResponse again = life.Admin.Execute(Return(order, "r"));
        life.Admin.Execute(Return(first, "before"));

        Assert.Equal(60, again["PointsTakenBack"]);
        Assert.Equal(100, again["Balance"]);
        Assert.Equal(100, life.Member(stays)["crmx_balance"]);
        Assert.Equal(-60, life.EntriesOf(stays)[^1]["crmx_points"]);
        Assert.Equal(4, life.EntriesOf(doubled).Count);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L54")]
    public void After_the_merge_was_undone_it_is_the_first_member_again(string table)
    {
        using var life = new LifecycleWorld(table);
        EntityReference order = Merged(life, byHand: true, out EntityReference stays, out EntityReference doubled);
        var undo = new OrganizationRequest("crmx_UnmergeMembers") { ["Member"] = doubled, ["RequestId"] = "u" };
        life.Admin.Execute(undo);

        life.Admin.Execute(Return(order, "r"));

        Assert.Equal(100, life.Member(stays)["crmx_balance"]);
        Assert.Equal(0, life.Member(doubled)["crmx_balance"]);
    }

    /// <returns>The order with 60 points, which went from the second member to the first.</returns>
    private static EntityReference Merged(
        LifecycleWorld life, bool byHand, out EntityReference stays, out EntityReference doubled)
    {
        stays = life.Earn(life.Kept, 100m);
        EntityReference order = life.World.FulfilledOrder(life.Doubled, 60m);
        doubled = life.World.MemberOf(life.Doubled).ToEntityReference();
        life.World.Dataverse.RunAsyncJobs();
        if (byHand)
        {
            life.Admin.Execute(new OrganizationRequest("crmx_MergeMembers")
            {
                ["Member"] = stays,
                ["Duplicate"] = doubled,
                ["RequestId"] = "m",
            });
        }
        else
        {
            life.MergeCustomers();
        }

        life.World.Dataverse.RunAsyncJobs();
        Assert.Equal(160, life.Member(stays)["crmx_balance"]);
        return order;
    }

    private static OrganizationRequest Return(EntityReference order, string request) => new("crmx_ReturnPoints")
    {
        ["DocumentTable"] = order.LogicalName,
        ["DocumentId"] = order.Id,
        ["RequestId"] = request,
    };
}
