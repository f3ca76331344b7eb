using System.Collections.Generic;
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
