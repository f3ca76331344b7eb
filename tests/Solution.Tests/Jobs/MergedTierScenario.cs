using System;
using System.Linq;
using CrmExtensions.Solution.Tests.Lifecycle;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Jobs;

/// <summary>The tier of merged members is decided once, and once more when a merge is undone.</summary>
public sealed class MergedTierScenario
{
    private const int Merge = 5;

    [Theory]
    [InlineData("account", true)]
    [InlineData("contact", true)]
    [InlineData("account", false)]
    [InlineData("contact", false)]
    [Trait("Rule", "L53")]
    public void Status_of_both_reaches_a_tier_once_and_the_archived_member_keeps_still(string table, bool raises)
    {
        using LifecycleWorld life = Tiered(table, raises);
        life.Earn(life.Doubled, 4_000m);
        EntityReference stays = life.Earn(life.Kept, 6_000m);

        life.MergeCustomers();
        life.World.LetTimePass(TimeSpan.FromHours(7));

        Assert.Equal("Silver", NameOf(life, stays));
        Assert.Equal(10_000, life.Member(stays)["crmx_statuspoints"]);
        Entity change = Assert.Single(TierScenario.Changes(life.World), row => Reason(row) == Merge);
        Assert.Equal(stays, change["crmx_memberid"]);
        Assert.Equal("Silver", change["crmx_name"]);
        Assert.Equal(3, TierScenario.Changes(life.World).Count);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L53")]
    [Trait("Rule", "L54")]
    public void A_tier_of_last_year_survives_the_merge_goes_back_with_its_undoing_and_nobody_is_told(string table)
    {
        using LifecycleWorld life = Tiered(table, raises: false);
        EntityReference doubled = life.Earn(life.Doubled, 20_000m);
        EntityReference stays = life.Earn(life.Kept, 100m);
        life.World.LetDaysPass(340);

        life.MergeCustomers();
        life.World.LetTimePass(TimeSpan.FromHours(7));
        Assert.Equal("Gold", NameOf(life, stays));
        Assert.Equal(new DateTime(2027, 12, 31), life.Member(stays)["crmx_tieruntil"]);
        life.Admin.Execute(new OrganizationRequest("crmx_UnmergeMembers")
        {
            ["Member"] = doubled, ["RequestId"] = "wrong",
        });

        Assert.Equal("Bronze", NameOf(life, stays));
        Assert.Equal("Gold", NameOf(life, doubled));
        Assert.Equal(new DateTime(2027, 12, 31), life.Member(doubled)["crmx_tieruntil"]);
        life.World.LetTimePass(TimeSpan.FromHours(7));
        Assert.Empty(life.All("task"));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L53")]
    public void The_tier_of_an_archived_member_never_ends_and_tells_nobody(string table)
    {
        using LifecycleWorld life = Tiered(table, raises: false);
        EntityReference doubled = life.Earn(life.Doubled, 20_000m);
        EntityReference stays = life.Earn(life.Kept, 100m);
        life.MergeCustomers();
        life.World.LetTimePass(TimeSpan.FromHours(7));
        int changes = TierScenario.Changes(life.World).Count;

        life.World.LetTimePass(new DateTime(2028, 1, 2, 12, 0, 0) - life.World.Clock.GetUtcNow().UtcDateTime);
        life.World.LetDaysPass(1);

        Entity[] fallen = TierScenario.Changes(life.World).Skip(changes).ToArray();
        Assert.Equal(stays, Assert.Single(fallen)["crmx_memberid"]);
        Assert.Single(life.All("task"));
        Assert.Equal("Gold", NameOf(life, doubled));
    }

    private static LifecycleWorld Tiered(string table, bool raises)
    {
        var life = new LifecycleWorld(table, raises);
        TierScenario.Tier(life.World, life.Programme, "Bronze", 0, []);
        TierScenario.Tier(life.World, life.Programme, "Silver", 1, new() { ["yearpoints"] = 10_000 });
        TierScenario.Tier(life.World, life.Programme, "Gold", 2, new() { ["yearpoints"] = 20_000 });
        return life;
    }

    private static int Reason(Entity change) => LifecycleWorld.Number(change, "crmx_reason");

    private static string NameOf(LifecycleWorld life, EntityReference member) =>
        life.Member(member).GetAttributeValue<EntityReference>("crmx_tierid")?.Name ?? "";
}
