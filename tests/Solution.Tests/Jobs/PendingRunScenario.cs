using System;
using System.Linq;
using CrmExtensions.Solution.Tests.Loyalty;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Solution.Tests.Jobs;

/// <summary>A run that could not do everything is not taken for done: its time is looked at again.</summary>
public sealed class PendingRunScenario
{
    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "P11")]
    public void An_order_of_a_damaged_member_is_paid_once_the_member_is_repaired_however_long_it_takes(string table)
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme();
        EntityReference customer = world.ProduceCustomer(table);
        world.FulfilledOrder(customer, 100m);
        world.Dataverse.RunAsyncJobs();
        Entity member = world.MemberOf(customer);
        Write(world, member, "nonsense");
        world.FulfilledOrder(customer, 50m);

        for (int day = 0; day < 5; day++) world.LetDaysPass(1);
        Assert.Contains("job-item-failed", world.OpenFindings());
        Write(world, member, member["crmx_openlots"]);
        world.LetDaysPass(2);

        Assert.Equal([100, 50], world.PointsOf(customer));
        Assert.Empty(world.OpenFindings());
        world.AssertReplayEqualsBalance();
    }

    [Fact]
    public void A_slice_that_is_continued_remembers_what_failed_before()
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme();
        world.LetDaysPass(1);
        DateTime? before = world.Job("OrderSweep").GetAttributeValue<DateTime?>("crmx_lastrunon");
        Entity slice = world.Rows("crmx_jobslice")
            .Single(row => ((string)row["crmx_name"]).StartsWith("Orders and invoices"));
        world.Admin.Update(new Entity(slice.LogicalName, slice.Id)
        {
            ["crmx_state"] = Beats.Option(0), ["crmx_attempts"] = 2, ["crmx_message"] = "{\"failed\":3}",
        });
        world.Dataverse.RunAsyncJobs();
        Entity ended = world.Rows("crmx_jobslice").Single(row => row.Id == slice.Id);
        Assert.Equal(Beats.Option(3), ended["crmx_state"]);
        Assert.Equal("{\"failed\":3}", ended["crmx_message"]);

        world.LetDaysPass(1);

        Assert.Equal(before, world.Job("OrderSweep").GetAttributeValue<DateTime?>("crmx_lastrunon"));
        Assert.Equal(1, world.Job("OrderSweep")["crmx_failures"]);
    }

    private static void Write(LoyaltyWorld world, Entity member, object lots) => world.Admin.Execute(new UpdateRequest
    {
        Target = new Entity(member.LogicalName, member.Id) { ["crmx_openlots"] = lots },
        ["BypassCustomPluginExecution"] = true,
    });
}
