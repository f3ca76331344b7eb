using System;
using System.Linq;
using CrmExtensions.Solution.Tests.Loyalty;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Lifecycle;

/// <summary>crmx_MergeMembers and crmx_UnmergeMembers, as a supervisor calls them.</summary>
public sealed class MergeByHandScenario
{
    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L53")]
    public void Members_of_customers_that_were_not_merged_become_one_and_both_customers_earn_for_it(string table)
    {
        using var life = new LifecycleWorld(table);
        EntityReference stays = life.Earn(life.Kept, 100m);
        EntityReference doubled = life.Earn(life.Doubled, 60m);

        OrganizationResponse answer = life.Admin.Execute(Merge(stays, doubled, "m1"));
        life.World.FulfilledOrder(life.Doubled, 5m);
        life.World.Dataverse.RunAsyncJobs();

        Assert.Equal(60, answer["MovedPoints"]);
        Assert.Equal(160, answer["Balance"]);
        Assert.Equal(165, life.Member(stays)["crmx_balance"]);
        Assert.Equal(0, life.Member(doubled)["crmx_balance"]);
        Assert.Equal(165, life.Row(life.Kept)["crmx_pointsbalance"]);
        Entity came = life.EntriesOf(stays)[1];
        Entity went = life.EntriesOf(doubled)[1];
        Assert.Equal(doubled.Id.ToString("D"), came["crmx_originmemberid"]);
        Assert.Equal(stays.Id.ToString("D"), went["crmx_originmemberid"]);
        Assert.Equal([60, -60], [(int)came["crmx_points"], (int)went["crmx_points"]]);
    }

    [Theory]
    [InlineData("account", true)]
    [InlineData("contact", true)]
    [InlineData("account", false)]
    [InlineData("contact", false)]
    [Trait("Rule", "L54")]
    public void A_wrong_merge_is_undone_and_stays_undone(string table, bool customersWereMerged)
    {
        using var life = new LifecycleWorld(table);
        EntityReference stays = life.Earn(life.Kept, 100m);
        EntityReference doubled = life.Earn(life.Doubled, 60m);
        if (customersWereMerged) life.MergeCustomers();
        life.World.Dataverse.RunAsyncJobs();
        if (!customersWereMerged) life.Admin.Execute(Merge(stays, doubled, "m1"));
        life.World.FulfilledOrder(life.Kept, 7m);

        OrganizationResponse answer = life.Admin.Execute(Unmerge(doubled, "u1"));
        life.World.FulfilledOrder(life.Kept, 1m);
        life.World.Dataverse.RunAsyncJobs();

        Assert.Equal(60, answer["ReturnedPoints"]);
        Assert.Equal(60, answer["Balance"]);
        Assert.Equal(108, life.Member(stays)["crmx_balance"]);
        Entity back = life.Member(doubled);
        Assert.Equal(60, back["crmx_balance"]);
        Assert.Equal(life.Doubled, back["crmx_customerid"]);
        Assert.False(back.Contains("crmx_mergedintoid"));
        Assert.Equal(0, ((OptionSetValue)back["statecode"]).Value);
        Assert.Equal(108, life.Row(life.Kept)["crmx_pointsbalance"]);
        Entity returned = life.EntriesOf(doubled)[^1];
        Assert.Equal(stays.Id.ToString("D"), returned["crmx_originmemberid"]);
        Assert.True(returned.Contains("crmx_reversesid"));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L54")]
    public void What_was_spent_since_the_merge_stays_spent(string table)
    {
        using var life = new LifecycleWorld(table);
        EntityReference stays = life.Earn(life.Kept, 100m);
        EntityReference doubled = life.Earn(life.Doubled, 60m);
        life.Admin.Execute(Merge(stays, doubled, "m1"));
        life.Admin.Execute(new OrganizationRequest(Crmx.AdjustPoints)
        {
            ["Member"] = stays,
            ["Points"] = -120,
            ["Reason"] = Crmx.FirstOption,
            ["RequestId"] = "spent",
        });

        Assert.Equal(40, life.Admin.Execute(Unmerge(doubled, "u1"))["ReturnedPoints"]);

        Assert.Equal(0, life.Member(stays)["crmx_balance"]);
        Assert.Equal(40, life.Member(doubled)["crmx_balance"]);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L13")]
    public void The_same_request_merges_once_also_after_it_was_undone(string table)
    {
        using var life = new LifecycleWorld(table);
        EntityReference stays = life.Earn(life.Kept, 100m);
        EntityReference doubled = life.Earn(life.Doubled, 60m);

        life.Admin.Execute(Merge(stays, doubled, "m1"));
        Assert.Equal(60, life.Admin.Execute(Merge(stays, doubled, "m1"))["MovedPoints"]);
        Assert.Equal(60, life.Admin.Execute(Unmerge(doubled, "u1"))["ReturnedPoints"]);
        Assert.Equal(60, life.Admin.Execute(Unmerge(doubled, "u1"))["ReturnedPoints"]);
        Assert.Equal(60, life.Admin.Execute(Merge(stays, doubled, "m1"))["MovedPoints"]);

        Assert.Equal(60, life.Member(doubled)["crmx_balance"]);
        Assert.Equal(60, life.Admin.Execute(Merge(stays, doubled, "m2"))["MovedPoints"]);
        Assert.Equal(160, life.Member(stays)["crmx_balance"]);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L13")]
    public void A_request_is_answered_again_also_where_nothing_was_left_to_move(string table)
    {
        using var life = new LifecycleWorld(table);
        EntityReference stays = life.Earn(life.Kept, 100m);
        EntityReference doubled = Enrolled(life, life.Doubled);

        Assert.Equal(0, life.Admin.Execute(Merge(stays, doubled, "m1"))["MovedPoints"]);
        Assert.Equal(0, life.Admin.Execute(Unmerge(doubled, "u1"))["ReturnedPoints"]);
        Assert.Equal(0, life.Admin.Execute(Unmerge(doubled, "u1"))["ReturnedPoints"]);
        Assert.Equal(0, life.Admin.Execute(Merge(stays, doubled, "m1"))["MovedPoints"]);

        Assert.Equal(new OptionSetValue(0), life.Member(doubled)["statecode"]);
    }

    [Fact]
    public void Each_wrong_merge_is_refused_with_its_remedy()
    {
        using var life = new LifecycleWorld("account");
        EntityReference stays = life.Earn(life.Kept, 100m);
        EntityReference doubled = life.Earn(life.Doubled, 60m);
        life.World.ProduceProgramme();
        EntityReference third = life.World.ProduceCustomer("account");
        life.World.FulfilledOrder(third, 5m);
        EntityReference other = life.World.Members()
            .Single(row => third.Equals(row["crmx_customerid"]) && !life.Programme.Equals(row["crmx_programid"]))
            .ToEntityReference();
        var unknown = new EntityReference(Crmx.Member, Guid.NewGuid());

        Refused("with itself", Merge(stays, stays, "a"));
        Refused("different programmes", Merge(stays, other, "a"));
        Refused("does not exist", Merge(stays, unknown, "a"));
        Refused("an id of 1 to 200", Merge(stays, doubled, " "));
        Refused("was not merged", Unmerge(doubled, "u"));
        life.Admin.Execute(Merge(stays, doubled, "m"));
        Refused("Only active members", Merge(doubled, stays, "b"));
        life.Admin.Delete(life.Doubled.LogicalName, DeletableDoubled(life));
        Refused("does not exist any more", Unmerge(doubled, "u"));

        void Refused(string words, OrganizationRequest request) =>
            LifecycleWorld.Refused(words, () => life.Admin.Execute(request));
    }

    [Fact]
    public void Merging_needs_a_supervisor_and_refuses_in_German()
    {
        using var life = new LifecycleWorld("contact");
        EntityReference stays = life.Earn(life.Kept, 100m);
        EntityReference doubled = life.Earn(life.Doubled, 60m);
        IOrganizationService german = life.German(LifecycleWorld.Supervisor);

        LifecycleWorld.Refused("mit sich selbst", () => german.Execute(Merge(stays, stays, "a")));
        LifecycleWorld.Refused("nicht mit einem anderen", () => german.Execute(Unmerge(stays, "a")));
        life.OnlyWith(LifecycleWorld.Supervisor, "prvWritecrmx_ApiPermission", Merge(stays, doubled, "m"));
        life.OnlyWith(LifecycleWorld.Supervisor, "prvWritecrmx_ApiPermission", Unmerge(doubled, "u"));
    }

    private static EntityReference Enrolled(LifecycleWorld life, EntityReference customer) => new(
        Crmx.Member,
        (Guid)life.Admin.Execute(new OrganizationRequest("crmx_EnrolMember")
        {
            ["Programme"] = life.Programme,
            ["CustomerTable"] = customer.LogicalName,
            ["CustomerId"] = customer.Id,
        })["MemberId"]);

    private static Guid DeletableDoubled(LifecycleWorld life)
    {
        foreach (Entity order in life.All("salesorder"))
            if (life.Doubled.Equals(order["customerid"])) life.Admin.Delete("salesorder", order.Id);
        return life.Doubled.Id;
    }

    private static OrganizationRequest Merge(EntityReference stays, EntityReference duplicate, string request) =>
        new("crmx_MergeMembers") { ["Member"] = stays, ["Duplicate"] = duplicate, ["RequestId"] = request };

    private static OrganizationRequest Unmerge(EntityReference member, string request) =>
        new("crmx_UnmergeMembers") { ["Member"] = member, ["RequestId"] = request };
}
