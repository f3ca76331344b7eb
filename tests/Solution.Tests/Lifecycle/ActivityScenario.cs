using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Solution.Tests.Jobs;
using Dataverse.Local.Plugins;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Lifecycle;

/// <summary>The custom activities of the zip, as a workflow runs them.</summary>
public sealed class ActivityScenario
{
    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void A_workflow_reserves_commits_reads_and_verifies(string table)
    {
        using var life = new LifecycleWorld(table);
        EntityReference member = life.Earn(life.Kept, 500m);
        IDictionary<string, object> reserved = Run(life, "ReservePoints", new Dictionary<string, object>
        {
            ["Member"] = member, ["Reward"] = Reward(life), ["RequestId"] = "case 7",
        });
        var redemption = (EntityReference)reserved["Redemption"];

        IDictionary<string, object> committed = Run(
            life, "CommitRedemption", new Dictionary<string, object> { ["Redemption"] = redemption });
        IDictionary<string, object> status = Run(
            life, "GetMemberStatus", new Dictionary<string, object> { ["Member"] = member });
        IDictionary<string, object> verified = Run(
            life, "VerifyLedger", new Dictionary<string, object> { ["Member"] = member });

        Assert.Equal(200, reserved["ReservedPoints"]);
        Assert.Equal(200, committed["Points"]);
        Assert.Equal([300, 300, 0], [(int)status["Balance"], (int)status["Available"], (int)status["Pending"]]);
        Assert.True((bool)status["IsActive"]);
        Assert.True((bool)verified["IsSound"]);
        Assert.Contains("\"fault\":\"None\"", (string)verified["Result"]);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void A_workflow_gives_points_for_an_event_once(string table)
    {
        using var life = new LifecycleWorld(table);
        EntityReference member = life.Earn(life.Kept, 100m);
        var byMember = new Dictionary<string, object>
        {
            ["Member"] = member, ["Event"] = "Promotion", ["Points"] = 25, ["RequestId"] = "fair",
        };
        var byCustomer = new Dictionary<string, object>
        {
            [table == "account" ? "Account" : "Contact"] = life.Kept,
            ["Programme"] = life.Programme,
            ["Event"] = "Promotion",
            ["Points"] = 10,
            ["RequestId"] = "second fair",
        };

        IDictionary<string, object> first = Run(life, "AwardEventPoints", byMember);
        IDictionary<string, object> again = Run(life, "AwardEventPoints", byMember);
        IDictionary<string, object> second = Run(life, "AwardEventPoints", byCustomer);

        Assert.Equal(first["Entry"], again["Entry"]);
        Assert.Equal([25, 25, 10], new[] { first, again, second }.Select(answer => (int)answer["AwardedPoints"]));
        Assert.Equal(135, life.Member(member)["crmx_balance"]);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L50")]
    public void A_workflow_shows_what_changed_limits_would_do_and_brings_them_into_force(string table)
    {
        using var life = new LifecycleWorld(table);
        EntityReference silver = TierScenario.Tier(
            life.World, life.Programme, "Silver", 1, new() { ["yearpoints"] = 10_000 });
        TierScenario.Tier(life.World, life.Programme, "Bronze", 0, []);
        life.Earn(life.Kept, 6_000m);
        life.Admin.Update(new Entity(silver.LogicalName, silver.Id) { ["crmx_yearpoints"] = 5_000 });
        var inputs = new Dictionary<string, object> { ["Programme"] = life.Programme, ["Preview"] = true };

        IDictionary<string, object> preview = Run(life, "ReevaluateTiers", inputs);
        Assert.Equal("Bronze", TierScenario.TierOf(life.World, life.Kept));
        inputs["Preview"] = false;
        Run(life, "ReevaluateTiers", inputs);
        life.World.Dataverse.RunAsyncJobs();

        Assert.Equal([1, 1], [(int)preview["Members"], (int)preview["Changes"]]);
        Assert.Contains("\"to\":\"Silver\"", (string)preview["List"]);
        Assert.Equal("Silver", TierScenario.TierOf(life.World, life.Kept));
    }

    private static EntityReference Reward(LifecycleWorld life) => new("crmx_reward", life.Admin.Create(
        new Entity("crmx_reward")
        {
            ["crmx_name"] = "Mug",
            ["crmx_programid"] = life.Programme,
            ["crmx_points"] = 200,
        }));

    private static IDictionary<string, object> Run(
        LifecycleWorld life, string activity, Dictionary<string, object> arguments) =>
        life.World.Dataverse.RunActivity(new ActivityCall
        {
            Type = "CrmExtensions.Workflows." + activity,
            Inputs = arguments,
        });
}
