using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using CrmExtensions.Solution.Tests.Loyalty;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Jobs;

/// <summary>What is switched off stands still, says so, and goes on where it stopped.</summary>
public sealed class SwitchScenario
{
    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void A_paused_programme_holds_its_jobs_and_the_others_go_on(string table)
    {
        using var world = new LoyaltyWorld();
        EntityReference paused = Expiring(world);
        EntityReference running = Expiring(world);
        EntityReference customer = world.ProduceCustomer(table);
        world.FulfilledOrder(customer, 100m);
        world.Dataverse.RunAsyncJobs();
        Pause(world, paused, true);

        world.LetDaysPass(25);
        world.LetDaysPass(15);

        Assert.Equal(100, BalanceIn(world, paused));
        Assert.Equal(0, BalanceIn(world, running));
        Assert.Single(world.Rows("task"));
        Pause(world, paused, false);
        world.LetDaysPass(1);
        Assert.Equal(0, BalanceIn(world, paused));
        world.AssertReplayEqualsBalance();
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void Reserved_points_wait_while_their_programme_is_paused(string table)
    {
        using var world = new LoyaltyWorld();
        EntityReference programme = world.ProduceProgramme();
        EntityReference customer = world.ProduceCustomer(table);
        world.FulfilledOrder(customer, 500m);
        world.Admin.Execute(new OrganizationRequest("crmx_ReservePoints")
        {
            ["Member"] = world.MemberOf(customer).ToEntityReference(), ["Points"] = 200, ["RequestId"] = "draft",
        });
        Pause(world, programme, true);
        world.LetDaysPass(1);
        Assert.Equal(300, world.MemberOf(customer)["crmx_available"]);

        Pause(world, programme, false);
        world.LetDaysPass(1);

        Assert.Equal(500, world.MemberOf(customer)["crmx_available"]);
    }

    [Theory]
    [InlineData("crmx_ReevaluateTiers")]
    [InlineData("crmx_ExpirePoints")]
    public void Nothing_is_rebuilt_in_a_paused_programme_but_its_numbers_are_shown(string api)
    {
        using var world = new LoyaltyWorld();
        EntityReference programme = Expiring(world);
        Pause(world, programme, true);
        var request = new OrganizationRequest(api) { ["Programme"] = programme, ["Preview"] = true };

        Assert.Equal(0, world.Admin.Execute(request)["Members"]);
        request["Preview"] = false;
        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => world.Admin.Execute(request));

        Assert.Contains("paused", fault.Message);
    }

    [Fact]
    public void A_job_that_is_switched_off_or_deleted_is_a_finding_until_it_is_back()
    {
        using var world = new LoyaltyWorld();
        Expiring(world);
        world.Dataverse.RunAsyncJobs();
        Entity expiry = world.Job("Expiry");
        Entity sweep = world.Job("OrderSweep");
        world.Admin.Update(new Entity(expiry.LogicalName, expiry.Id) { ["crmx_isenabled"] = false });
        world.Admin.Delete(sweep.LogicalName, sweep.Id);

        world.RunDueWork();

        Assert.Equal(["job-disabled", "schedule-incomplete"], world.OpenFindings().Order());
        world.Admin.Update(new Entity(expiry.LogicalName, expiry.Id) { ["crmx_isenabled"] = true });
        Assert.Equal(1, world.Admin.Execute(new OrganizationRequest("crmx_EnsureSchedule"))["Repaired"]);
        Assert.Empty(world.OpenFindings());
    }

    private static EntityReference Expiring(LoyaltyWorld world) => world.ProduceProgramme(
        new KeyValuePair<string, object>("expirykind", Beats.Option(1)),
        new KeyValuePair<string, object>("expirymonths", 1),
        new KeyValuePair<string, object>("reminderdays", "10"),
        new KeyValuePair<string, object>("noticekind", Beats.Option(1)));

    private static void Pause(LoyaltyWorld world, EntityReference programme, bool isPaused) =>
        world.Admin.Update(new Entity(programme.LogicalName, programme.Id) { ["crmx_ispaused"] = isPaused });

    private static int BalanceIn(LoyaltyWorld world, EntityReference programme) => (int)Assert.Single(
        world.Members(), member => programme.Equals(member["crmx_programid"]))["crmx_balance"];
}
