using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Solution.Tests.CrossSell;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Attacks;

/// <summary>
/// Orders of eight products that are fulfilled, reopened, fulfilled again and deleted by chance, and which of them
/// count in the end.
/// </summary>
internal sealed class RandomOrders
{
    public const int Products = 8;

    private readonly CrossSellWorld world;
    private readonly Random chance;
    private readonly EntityReference[] customers;
    private readonly List<RandomOrder> orders = [];
    private readonly HashSet<Guid> open = [];

    public RandomOrders(CrossSellWorld world, int seed)
    {
        this.world = world;
        chance = new Random(seed);
        customers = [.. Enumerable.Range(0, 5).Select(n => world.Customer(n % 2 == 0 ? "account" : "contact"))];
    }

    public IReadOnlyList<RandomOrder> Counted => [.. orders.Where(order => !open.Contains(order.Row.Id))];

    public void Happen(int steps)
    {
        for (int step = 0; step < steps; step++)
        {
            int what = chance.Next(10);
            if (orders.Count == 0 || what < 6) Buy();
            else if (what < 8) Turn(orders[chance.Next(orders.Count)].Row);
            else Delete(chance.Next(orders.Count));
            if (chance.Next(4) == 0) world.PassDays(chance.Next(1, 9));
            if (chance.Next(5) == 0) world.Train();
        }

        world.Train();
    }

    public static void Reopen(CrossSellWorld world, EntityReference order) =>
        world.Admin.Update(new Entity("salesorder", order.Id)
        {
            ["statecode"] = new OptionSetValue(0), ["statuscode"] = new OptionSetValue(1),
        });

    private void Buy()
    {
        EntityReference customer = customers[chance.Next(customers.Length)];
        string[] names =
            [.. Enumerable.Range(0, chance.Next(1, 5)).Select(_ => "P" + chance.Next(Products)).Distinct()];
        orders.Add(new RandomOrder(world.Bought(customer, names), customer, names));
    }

    private void Turn(EntityReference order)
    {
        if (open.Add(order.Id)) Reopen(world, order);
        else
        {
            open.Remove(order.Id);
            world.Loyalty.Fulfil(order);
        }
    }

    private void Delete(int at)
    {
        EntityReference row = orders[at].Row;
        world.Admin.Delete(row.LogicalName, row.Id);
        orders.RemoveAt(at);
        open.Remove(row.Id);
        world.Dataverse.RunAsyncJobs();
        world.Execute("crmx_RunJobItem", new("Job", "BasketCheck"), new("Subject", row.Id));
    }

    internal sealed record RandomOrder(EntityReference Row, EntityReference Customer, string[] Names);
}
