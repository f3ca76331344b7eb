using System.Linq;
using CrmExtensions.Solution.Tests.Loyalty;
using CrmExtensions.Solution.Tests.Loyalty.Earning;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Solution.Tests.Jobs;

/// <summary>What awards had to leave out while a ledger was damaged is paid after its repair, however long that
/// took.</summary>
public sealed class CatchUpScenario
{
    private const int WeekOfDays = 7;

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "P11")]
    public void Orders_that_went_by_a_damaged_ledger_are_paid_once_after_the_repair(string table)
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme();
        EntityReference customer = world.ProduceCustomer(table);
        world.FulfilledOrder(customer, 100m);
        world.LetDaysPass(2);
        Entity member = world.MemberOf(customer);
        Write(world, member, "nonsense");
        world.FulfilledOrder(customer, 40m);
        for (int day = 0; day < WeekOfDays; day++) world.LetDaysPass(1);
        Assert.Single(world.Entries());

        Write(world, member, (string)member["crmx_openlots"]);
        world.LetDaysPass(1);
        world.LetDaysPass(1);
        world.LetDaysPass(1);

        Assert.Equal([100, 40], world.Points());
        Assert.Equal(140, world.BalanceOf(customer));
        Assert.Empty(world.OpenFindings());
        world.AssertReplayEqualsBalance();
    }

    private static void Write(LoyaltyWorld world, Entity member, string lots) => world.Admin.Execute(new UpdateRequest
    {
        Target = new Entity(Crmx.Member, member.Id) { ["crmx_openlots"] = lots },
        Parameters = { ["BypassCustomPluginExecution"] = true },
    });
}
