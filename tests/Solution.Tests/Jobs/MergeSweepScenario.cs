using System;
using System.Linq;
using CrmExtensions.Solution.Tests.Lifecycle;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Jobs;

/// <summary>Customers are merged, no event comes and nobody posts: the sweep finds them.</summary>
public sealed class MergeSweepScenario
{
    private const int MergeIn = 11;
    private static readonly TimeSpan Run = TimeSpan.FromHours(7);

    [Theory]
    [InlineData("account", false)]
    [InlineData("contact", false)]
    [InlineData("account", true)]
    [InlineData("contact", true)]
    [Trait("Rule", "L53")]
    [Trait("Rule", "P07")]
    public void Members_of_merged_customers_become_one_without_any_event_and_lots_keep_their_dates(
        string table, bool raises)
    {
        using var life = new LifecycleWorld(table, raises, new("expirykind", Beats.Option(1)), new("expirymonths", 6));
        EntityReference doubled = life.Earn(life.Doubled, 60m);
        life.World.LetDaysPass(10);
        EntityReference stays = life.Earn(life.Kept, 100m);

        life.MergeCustomers();
        life.World.LetTimePass(Run);

        Assert.Equal(160, life.Member(stays)["crmx_balance"]);
        Assert.Equal(0, life.Member(doubled)["crmx_balance"]);
        Assert.Equal(stays, life.Member(doubled)["crmx_mergedintoid"]);
        Assert.Equal(
            "{\"v\":1,\"lots\":[{\"earned\":\"2026-03-01\",\"until\":\"2026-09-01\",\"points\":60},"
            + "{\"earned\":\"2026-03-11\",\"until\":\"2026-09-11\",\"points\":100}]}",
            life.Member(stays)["crmx_openlots"]);
        life.World.Dataverse.RunAsyncJobs();
        Assert.Equal(160, life.Row(life.Kept)["crmx_pointsbalance"]);
        Assert.False(life.Row(life.Doubled).Contains("crmx_pointsbalance"));
        Assert.Empty(life.World.OpenFindings());
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L53")]
    public void A_sweep_that_runs_again_and_again_folds_once_and_touches_nothing(string table)
    {
        using var life = new LifecycleWorld(table, mergeRaisesUpdate: false);
        EntityReference stays = life.Earn(life.Kept, 100m);
        life.Earn(life.Doubled, 60m);
        life.MergeCustomers();
        life.World.LetTimePass(Run);
        object touched = life.Row(life.Doubled)["modifiedon"];

        life.World.LetTimePass(Run);
        life.World.LetTimePass(Run);

        Assert.Equal(touched, life.Row(life.Doubled)["modifiedon"]);
        Assert.Equal(1, life.EntriesOf(stays).Count(entry => LifecycleWorld.Number(entry, "crmx_kind") == MergeIn));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L54")]
    public void A_merge_that_was_undone_stays_undone(string table)
    {
        using var life = new LifecycleWorld(table, mergeRaisesUpdate: false);
        life.Earn(life.Kept, 100m);
        EntityReference doubled = life.Earn(life.Doubled, 60m);
        life.MergeCustomers();
        life.World.LetTimePass(Run);

        life.Admin.Execute(new OrganizationRequest("crmx_UnmergeMembers")
        {
            ["Member"] = doubled, ["RequestId"] = "wrong",
        });
        life.World.LetTimePass(Run);
        life.World.LetTimePass(Run);

        Assert.Equal(60, life.Member(doubled)["crmx_balance"]);
        Assert.Equal(60, life.Row(life.Doubled)["crmx_pointsbalance"]);
        Assert.Equal(100, life.Row(life.Kept)["crmx_pointsbalance"]);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "C23")]
    public void An_objection_of_the_one_that_gave_way_is_one_of_the_one_that_stayed(string table)
    {
        using var life = new LifecycleWorld(table, mergeRaisesUpdate: false);
        life.Earn(life.Kept, 100m);
        life.Earn(life.Doubled, 60m);
        life.Admin.Update(new Entity(table, life.Doubled.Id) { ["crmx_profilingconsent"] = Beats.Option(2) });
        life.World.Dataverse.RunAsyncJobs();
        life.MergeCustomers();
        Assert.NotEqual(Beats.Option(2), life.Row(life.Kept)["crmx_profilingconsent"]);

        life.World.LetTimePass(Run);

        Assert.Equal(Beats.Option(2), life.Row(life.Kept)["crmx_profilingconsent"]);
    }
}
