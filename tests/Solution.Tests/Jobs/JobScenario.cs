using System;
using System.IO;
using System.Linq;
using System.ServiceModel;
using CrmExtensions.Solution.Tests.Loyalty;
using Dataverse.Local;
using Dataverse.Local.Limits;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Jobs;

/// <summary>
/// The machinery: slices that fail, are repeated or are started twice lose nothing and do nothing twice.
/// </summary>
public sealed class JobScenario
{
    private const int Waiting = 0, Done = 2;

    [Fact]
    public void The_first_programme_brings_the_schedule_and_a_second_one_changes_nothing()
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme();
        world.Dataverse.RunAsyncJobs();
        int jobs = world.Rows("crmx_job").Count;
        Entity expiry = world.Job("Expiry");
        world.Admin.Update(new Entity(expiry.LogicalName, expiry.Id)
        {
            ["crmx_intervalminutes"] = 777, ["crmx_isenabled"] = false,
        });

        world.ProduceProgramme();
        world.Dataverse.RunAsyncJobs();
        OrganizationResponse again = world.Admin.Execute(new OrganizationRequest("crmx_EnsureSchedule"));

        Assert.Equal(0, again["Repaired"]);
        Assert.Equal(jobs, world.Rows("crmx_job").Count);
        Assert.Single(world.Rows("crmx_heartbeat"));
        Assert.Equal(777, world.Job("Expiry")["crmx_intervalminutes"]);
        Assert.False((bool)world.Job("Expiry")["crmx_isenabled"]);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void A_member_that_fails_is_a_finding_and_the_others_are_done(string table)
    {
        using LoyaltyWorld world = Expiring(table, members: 3);
        Entity victim = world.Members()[1];
        RegisterFailing(world, Crmx.Member, victim.Id);

        world.LetDaysPass(40);

        Assert.Equal(2, world.Members().Count(member => (int)member["crmx_balance"] == 0));
        Assert.Contains("job-item-failed", world.OpenFindings());
        world.Admin.Create(new Entity("account") { ["name"] = FailingPlugin.Pardon });
        world.LetDaysPass(1);
        Assert.All(world.Members(), member => Assert.Equal(0, member["crmx_balance"]));
        Assert.Equal(6, world.Entries().Count);
        world.LetDaysPass(1);
        Assert.Empty(world.OpenFindings());
        world.AssertReplayEqualsBalance();
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void A_slice_that_dies_half_way_is_continued_by_a_later_heartbeat(string table)
    {
        using LoyaltyWorld world = Expiring(table, members: 25);
        world.Dataverse.RunAsyncJobs();
        Entity other = world.Job("TierPeriods");
        world.Admin.Update(new Entity(other.LogicalName, other.Id) { ["crmx_isenabled"] = false });
        RegisterFailing(world, "crmx_jobslice", Guid.Empty);

        world.LetDaysPass(40);
        Assert.Equal(20, world.Members().Count(member => (int)member["crmx_balance"] == 0));
        world.Admin.Create(new Entity("account") { ["name"] = FailingPlugin.Pardon });
        world.LetTimePass(TimeSpan.FromHours(3));
        world.LetTimePass(TimeSpan.FromHours(3));

        Assert.All(world.Members(), member => Assert.Equal(0, member["crmx_balance"]));
        Assert.Equal(50, world.Entries().Count);
        Assert.Contains("job-slice-interrupted", world.OpenFindings());
        world.AssertReplayEqualsBalance();
    }

    [Fact]
    public void The_same_slice_twice_and_two_beats_at_once_do_everything_once()
    {
        using LoyaltyWorld world = Expiring("contact", members: 5);
        world.LetDaysPass(40);
        Assert.Equal(10, world.Entries().Count);

        foreach (Entity slice in world.Rows("crmx_jobslice"))
        {
            string cursor = slice.GetAttributeValue<string>("crmx_cursorfrom") ?? "";
            world.Admin.Update(new Entity(slice.LogicalName, slice.Id)
            {
                ["crmx_state"] = Beats.Option(Waiting),
                ["crmx_cursorfrom"] = cursor.Substring(0, cursor.IndexOf(';') + 1),
                ["crmx_attempts"] = 2,
            });
        }

        world.RunDueWork();
        world.RunDueWork();
        world.Dataverse.RunAsyncJobs();

        Assert.Equal(10, world.Entries().Count);
        Assert.All(world.Rows("crmx_jobslice"), slice => Assert.Equal(Beats.Option(Done), slice["crmx_state"]));
        world.AssertReplayEqualsBalance();
    }

    [Fact]
    public void Two_beats_at_once_cut_a_run_once()
    {
        using LoyaltyWorld world = Expiring("account", members: 1);
        world.Dataverse.RunAsyncJobs();
        world.Clock.Advance(TimeSpan.FromDays(1));

        int cut = (int)world.RunDueWork()["Slices"];
        int again = (int)world.RunDueWork()["Slices"];

        Assert.True(cut > 0);
        Assert.Equal(cut, again);
        Assert.Equal(cut, world.Rows("crmx_jobslice").Count);
    }

    [Fact]
    public void Jobs_of_a_copied_environment_do_not_run_until_they_are_taken_over()
    {
        using LoyaltyWorld world = Expiring("contact", members: 1);
        world.Dataverse.RunAsyncJobs();
        foreach (Entity job in world.Rows("crmx_job"))
        {
            world.Admin.Update(new Entity(job.LogicalName, job.Id)
            {
                ["crmx_organizationid"] = Guid.NewGuid().ToString(),
            });
        }

        world.LetDaysPass(40);
        Assert.Single(world.Entries());
        Assert.Contains("job-of-another-environment", world.OpenFindings());
        OrganizationResponse kept = world.Admin.Execute(new OrganizationRequest("crmx_EnsureSchedule"));
        Assert.Equal(world.Rows("crmx_job").Count, kept["Foreign"]);
        world.Admin.Execute(new OrganizationRequest("crmx_EnsureSchedule") { ["TakeOver"] = true });
        world.LetDaysPass(1);

        Assert.Equal(2, world.Entries().Count);
        Assert.DoesNotContain("job-of-another-environment", world.OpenFindings());
    }

    [Theory]
    [InlineData("crmx_RunDueWork")]
    [InlineData("crmx_EnsureSchedule")]
    [InlineData("crmx_RunJobItem")]
    [InlineData("crmx_ReevaluateTiers")]
    [InlineData("crmx_ExpirePoints")]
    public void Only_administrators_of_the_programme_may_call(string api)
    {
        using LoyaltyWorld world = Expiring("contact", members: 1);
        Guid clerk = world.Dataverse.AddUser("clerk", "CrmExtensions Loyalty Clerk");
        Guid administrator = world.Dataverse.AddUser("chief", "CrmExtensions Loyalty Administrator");
        var request = new OrganizationRequest(api);
        if (api == "crmx_RunJobItem") request["Job"] = "Expiry";
        if (api == "crmx_RunJobItem") request["Subject"] = world.Members()[0].Id;
        if (api is "crmx_ReevaluateTiers" or "crmx_ExpirePoints")
        {
            request["Programme"] = world.Rows(Crmx.Program).Single().ToEntityReference();
            request["Preview"] = true;
        }

        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(
            () => world.Dataverse.Connect(clerk).Execute(request));

        Assert.Contains("prvDeletecrmx_ApiPermission", fault.Message);
        world.Dataverse.Connect(administrator).Execute(request);
    }

    [Fact]
    [Trait("Rule", "P02")]
    public void A_job_never_goes_deeper_than_five()
    {
        using var world = new LoyaltyWorld(new LocalDataverseOptions
        {
            Limits = new PlatformLimits { Depth = 5 },
        });
        Fill(world, "account", members: 2);

        world.LetDaysPass(40);

        Assert.All(world.Members(), member => Assert.Equal(0, member["crmx_balance"]));
        Assert.DoesNotContain("job-item-failed", world.OpenFindings());
    }

    internal static void RegisterFailing(LoyaltyWorld world, string table, Guid victim, string message = "Update")
    {
        world.Dataverse.RegisterAssembly(File.ReadAllBytes(typeof(FailingPlugin).Assembly.Location));
        world.Dataverse.RegisterStep(new Step
        {
            PluginType = typeof(FailingPlugin).FullName!,
            Message = message,
            Table = table,
            Stage = Stage.PreOperation,
            Configuration = victim.ToString(),
        });
    }

    private static LoyaltyWorld Expiring(string table, int members)
    {
        var world = new LoyaltyWorld();
        Fill(world, table, members);
        return world;
    }

    private static void Fill(LoyaltyWorld world, string table, int members)
    {
        world.ProduceProgramme(new("expirykind", Beats.Option(1)), new("expirymonths", 1));
        for (int member = 0; member < members; member++)
            world.FulfilledOrder(world.ProduceCustomer(table), 10m);
    }
}
