using System;
using System.Linq;
using CrmExtensions.Solution.Tests.Loyalty;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Jobs;

/// <summary>A clock that is lost or stands still becomes visible.</summary>
public sealed class HeartbeatScenario
{
    [Fact]
    public void A_lost_heartbeat_is_a_finding_until_the_schedule_is_repaired()
    {
        using LoyaltyWorld world = Scheduled();
        Entity beat = world.Rows("asyncoperation").First(
            row => row.GetAttributeValue<string>("name")?.StartsWith("CrmExtensions heartbeat") == true);
        world.Admin.Update(new Entity(beat.LogicalName, beat.Id)
        {
            ["statecode"] = new OptionSetValue(3), ["statuscode"] = new OptionSetValue(32),
        });

        world.RunDueWork();
        Assert.Contains("schedule-incomplete", world.OpenFindings());
        OrganizationResponse repaired = world.Admin.Execute(new OrganizationRequest("crmx_EnsureSchedule"));

        Assert.Equal(1, repaired["Repaired"]);
        Assert.DoesNotContain("schedule-incomplete", world.OpenFindings());
        world.RunDueWork();
        Assert.DoesNotContain("schedule-incomplete", world.OpenFindings());
    }

    [Fact]
    public void A_clock_that_stands_still_is_a_finding_at_the_next_call_and_over_with_the_next_beat()
    {
        using LoyaltyWorld world = Scheduled();
        var call = new OrganizationRequest("crmx_RunDueWork");
        world.Clock.Advance(TimeSpan.FromHours(5));
        world.Admin.Execute(call);
        Assert.DoesNotContain("heartbeat-lost", world.OpenFindings());
        world.Clock.Advance(TimeSpan.FromHours(2));

        world.Admin.Execute(call);

        Assert.Contains("heartbeat-lost", world.OpenFindings());
        world.Dataverse.RunAsyncJobs();
        Assert.DoesNotContain("heartbeat-lost", world.OpenFindings());
    }

    /// <summary>The schedule comes with the first programme.</summary>
    private static LoyaltyWorld Scheduled()
    {
        var world = new LoyaltyWorld();
        world.ProduceProgramme();
        world.Dataverse.RunAsyncJobs();
        return world;
    }
}
