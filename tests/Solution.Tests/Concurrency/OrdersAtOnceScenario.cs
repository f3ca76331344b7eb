using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.ServiceModel;
using System.Threading;
using System.Threading.Tasks;
using CrmExtensions.Solution.Tests.Loyalty;
using Dataverse.Local;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Concurrency;

/// <summary>Threads with real transactions on one file.</summary>
public sealed class OrdersAtOnceScenario : IDisposable
{
    private const int Threads = 8;

    private readonly string directory = Directory.CreateTempSubdirectory("crm-extensions").FullName;
    private readonly LoyaltyWorld world;

    public OrdersAtOnceScenario() =>
        world = new LoyaltyWorld(new LocalDataverseOptions { Path = Path.Combine(directory, "orders.db") });

    public void Dispose()
    {
        world.Dispose();
        Directory.Delete(directory, recursive: true);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public async Task Different_orders_of_one_member_are_each_paid_once(string table)
    {
        world.ProduceProgramme();
        EntityReference customer = world.ProduceCustomer(table);
        world.FulfilledOrder(customer, 1m);
        EntityReference[] orders = Enumerable.Range(1, Threads * 3)
            .Select(number => world.ProduceOrder(customer, number))
            .ToArray();

        await AtOnce(number => orders.Where((_, index) => index % Threads == number));

        Assert.Equal(1 + orders.Length, world.Entries().Count);
        Assert.Equal(
            Enumerable.Range(1, 1 + orders.Length),
            world.Entries().Select(entry => (int)entry["crmx_sequence"]));
        Assert.Equal(1 + Enumerable.Range(1, orders.Length).Sum(), world.MemberOf(customer)["crmx_balance"]);
        world.AssertReplayEqualsBalance();
    }

    [Fact]
    public async Task The_first_orders_of_a_new_customer_enrol_one_member()
    {
        world.ProduceProgramme();
        EntityReference customer = world.ProduceCustomer("account");
        EntityReference[] orders =
            Enumerable.Range(0, Threads).Select(_ => world.ProduceOrder(customer, 10m)).ToArray();

        await AtOnce(number => [orders[number]]);

        Assert.Equal(10 * Threads, Assert.Single(world.Members())["crmx_balance"]);
        Assert.Equal(Threads, world.Entries().Count);
        world.AssertReplayEqualsBalance();
    }

    [Fact]
    public async Task The_same_order_is_paid_once_however_many_fulfil_it()
    {
        world.ProduceProgramme();
        EntityReference customer = world.ProduceCustomer("account");
        EntityReference order = world.ProduceOrder(customer, 100m);

        int refused = await AtOnce(_ => [order]);

        Assert.Equal(Threads - 1, refused);
        Assert.Equal(100, Assert.Single(world.Entries())["crmx_points"]);
        Assert.Equal(100, world.MemberOf(customer)["crmx_balance"]);
        world.AssertReplayEqualsBalance();
    }

    /// <summary>Every thread fulfils its orders; the number of faults.</summary>
    private async Task<int> AtOnce(Func<int, IEnumerable<EntityReference>> ordersOf)
    {
        using var start = new Barrier(Threads);
        int refused = 0;
        Task[] threads = Enumerable.Range(0, Threads).Select(number => Task.Factory.StartNew(
            () =>
            {
                IOrganizationService service = world.Dataverse.Connect();
                start.SignalAndWait();
                foreach (EntityReference order in ordersOf(number))
                {
                    if (!TryFulfil(service, order)) Interlocked.Increment(ref refused);
                }
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        await Task.WhenAll(threads);
        return refused;
    }

    private static bool TryFulfil(IOrganizationService service, EntityReference order)
    {
        try
        {
            service.Execute(new FulfillSalesOrderRequest
            {
                OrderClose = LoyaltyWorld.CloseOf(order),
                Status = new OptionSetValue(-1),
            });
            return true;
        }
        catch (FaultException<OrganizationServiceFault>)
        {
            return false;
        }
    }
}
