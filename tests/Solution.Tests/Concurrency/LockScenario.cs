using System;
using System.IO;
using System.ServiceModel;
using CrmExtensions.Solution.Tests.Loyalty;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Concurrency;

public sealed class LockScenario
{
    [Fact]
    public void A_member_that_leaves_before_the_lock_is_taken_gets_no_points()
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme();
        EntityReference customer = world.ProduceCustomer("account");
        world.FulfilledOrder(customer, 10m);
        EntityReference order = world.ProduceOrder(customer, 20m);
        world.Dataverse.RegisterAssembly(File.ReadAllBytes(typeof(LeavingPlugin).Assembly.Location));
        world.Dataverse.RegisterStep(new Step
        {
            PluginType = typeof(LeavingPlugin).FullName!,
            Message = "Create",
            Table = Crmx.Entry,
            Stage = Stage.PreValidation,
        });

        var refused = Assert.Throws<FaultException<OrganizationServiceFault>>(() => world.Fulfil(order));

        Assert.Contains("inactive", refused.Detail.Message, StringComparison.Ordinal);
        Assert.Single(world.Entries());
        Assert.Equal(10, world.MemberOf(customer)["crmx_balance"]);
        world.AssertReplayEqualsBalance();
    }
}
