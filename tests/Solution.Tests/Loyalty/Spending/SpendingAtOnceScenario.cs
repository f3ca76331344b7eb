using System;
using System.Collections.Concurrent;
using System.IO;
using System.Linq;
using System.ServiceModel;
using System.Threading;
using CrmExtensions.Solution.Tests.Loyalty.Earning;
using Dataverse.Local;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Loyalty.Spending;

/// <summary>Two connections on one file, as two sessions of the platform.</summary>
public sealed class SpendingAtOnceScenario : IDisposable
{
    private readonly string file = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".db");

    public void Dispose()
    {
        foreach (string part in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(file) + "*")) File.Delete(part);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L31")]
    public void Two_sessions_that_redeem_the_same_points_end_with_one_success_and_one_clear_refusal(string table)
    {
        using var world = new SpendingWorld(table, 100, new LocalDataverseOptions { Path = file });
        OrganizationRequest[] requests = [world.Reserving(100), world.Reserving(100)];

        string[] refusals = Together(world, requests);

        Assert.Contains("Some may have been spent meanwhile", Assert.Single(refusals));
        Assert.Equal(0, world.Balance);
        Assert.Single(world.All("crmx_redemption"));
        Assert.Equal(2, world.World.Entries().Count);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L31")]
    public void The_same_message_twice_at_once_and_after_a_crash_spends_once(string table)
    {
        using var world = new SpendingWorld(table, 200, new LocalDataverseOptions { Path = file });
        OrganizationRequest request = world.Reserving(100);

        Assert.Empty(Together(world, [request, request]));
        world.Admin.Execute(request);

        Assert.Equal(100, world.Balance);
        Assert.Single(world.All("crmx_redemption"));
    }

    [Fact]
    [Trait("Rule", "L31")]
    public void What_was_broken_off_in_the_middle_leaves_nothing_and_succeeds_on_retry()
    {
        using var world = new SpendingWorld("account", 200, new LocalDataverseOptions { Path = file });
        EntityReference order = world.ProduceOrder(5m);
        OrganizationRequest request = world.Reserving(100, order);
        var whole = new Microsoft.Xrm.Sdk.Messages.ExecuteTransactionRequest
        {
            Requests = [request, new OrganizationRequest("crmx_ReservePoints") { ["RequestId"] = "" }],
        };

        Assert.ThrowsAny<FaultException<OrganizationServiceFault>>(() => world.Admin.Execute(whole));

        Assert.Equal(200, world.Balance);
        Assert.Equal(5m, world.Money(order, "totalamount"));
        Assert.Empty(world.All("crmx_redemption"));
        world.Admin.Execute(request);
        Assert.Equal(100, world.Balance);
    }

    [Fact]
    [Trait("Rule", "L27")]
    [Trait("Rule", "L33")]
    public void An_order_that_is_opened_again_while_its_points_go_back_never_has_both()
    {
        using var world = new SpendingWorld("account", 300, new LocalDataverseOptions { Path = file });
        for (int round = 0; round < 5; round++)
        {
            EntityReference order = world.ProduceOrder(20m);
            OrganizationResponse reserved = world.Reserve(200, order);
            world.World.Cancel(order);

            var jobs = new Thread(() => world.World.Dataverse.RunAsyncJobs());
            var reopening = new Thread(() => world.World.SetState(order, 0, 1));
            jobs.Start();
            reopening.Start();
            jobs.Join();
            reopening.Join();

            bool isReserved = world.StateOf(reserved) == 0;
            Assert.Equal(isReserved ? 100 : 300, world.Balance);
            Assert.Equal(isReserved ? 2m : 0m, world.Money(order, "discountamount"));
            if (isReserved) world.Release(reserved);
        }
    }

    private static string[] Together(SpendingWorld world, OrganizationRequest[] requests)
    {
        var refusals = new ConcurrentBag<string>();
        using var start = new Barrier(requests.Length);
        Thread[] sessions = requests.Select(request => new Thread(() =>
        {
            IOrganizationService session = world.World.Dataverse.Connect();
            start.SignalAndWait();
            try
            {
                session.Execute(request);
            }
            catch (FaultException<OrganizationServiceFault> refused)
            {
                refusals.Add(refused.Detail.Message);
            }
        })).ToArray();
        foreach (Thread session in sessions) session.Start();
        foreach (Thread session in sessions) session.Join();
        return refusals.ToArray();
    }
}
