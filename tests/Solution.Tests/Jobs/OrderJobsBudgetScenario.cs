using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Solution.Tests.CrossSell;
using Dataverse.Local;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Sales;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Solution.Tests.Jobs;

/// <summary>
/// What an order costs after its commit: requests of all asynchronous steps together, for points, risk and baskets.
/// </summary>
public sealed class OrderJobsBudgetScenario
{
    /// <summary>Of a known customer; one more where a category may have been dropped, two where the level
    /// changes.</summary>
    private const int Known = 15;

    /// <summary>Lines are read only of customers who may have dropped a category.</summary>
    private const int Category = 1;

    /// <summary>Enrolment, first assessment and its log.</summary>
    private const int First = 26;

    /// <summary>The steps of the update find nothing to do, those of the order close do it: or the other way
    /// round.</summary>
    private const int SecondLook = 3;

    private static readonly string[] Products = ["Bed", "Pillow", "Sheet"];

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "C18")]
    [Trait("Rule", "P01")]
    public void The_jobs_of_an_order_stay_within_the_budget_whatever_its_lines(string table)
    {
        using CrossSellWorld world = World();
        EntityReference customer = world.Customer(table);

        long first = CostOfNext(world, customer, Products);
        for (int order = 0; order < 8; order++) CostOfNext(world, customer, Products);
        long known = CostOfNext(world, customer, Products);
        long large = CostOfNext(world, customer, [.. Enumerable.Range(0, 30).Select(line => "Product " + line)]);

        Assert.InRange(first, known + 1, First);
        Assert.InRange(known, 1, Known);
        Assert.InRange(large, 1, known + 2);
        Assert.Equal(11, Shown(world, customer, "crmx_orderscounted"));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [Trait("Rule", "C18")]
    [Trait("Rule", "P09")]
    public void However_an_order_is_closed_it_is_assessed_once(bool raisesUpdate, bool activityFirst)
    {
        using CrossSellWorld world = World(raisesUpdate, activityFirst);
        EntityReference customer = world.Customer("account");
        for (int order = 0; order < 5; order++) CostOfNext(world, customer, Products);

        EntityReference last = world.Open("salesorder", customer, Products);
        world.Dataverse.RunAsyncJobs();
        string traced = world.Dataverse.Trace(() =>
        {
            world.Loyalty.Fulfil(last);
            world.Dataverse.RunAsyncJobs();
        }).ToString();

        Assert.Single(Occurrences(traced, "Update crmx_customerinsight"));
        Assert.InRange(CostOfNext(world, customer, Products), 1, Known + SecondLook);
        Assert.Equal(7, Shown(world, customer, "crmx_orderscounted"));
    }

    [Fact]
    [Trait("Rule", "C18")]
    [Trait("Rule", "X19")]
    [Trait("Rule", "P05")]
    public void The_thousandth_order_costs_as_many_requests_as_the_tenth()
    {
        using CrossSellWorld world = World();
        EntityReference few = world.Customer("account"), many = world.Customer("contact");
        History(world, few, 10);
        History(world, many, 1000);
        long tenth = CheapestOfFour(world, few), thousandth = CheapestOfFour(world, many);

        Assert.InRange(thousandth, 1, tenth + Category);
        Assert.InRange(thousandth, 1, Known);
        Assert.Equal(1004, Shown(world, many, "crmx_orderscounted"));
    }

    private static CrossSellWorld World(bool raisesUpdate = true, bool activityFirst = false)
    {
        var world = new CrossSellWorld(new LocalDataverseOptions
        {
            Sales = new SalesOptions { RaiseUpdateOnClose = raisesUpdate, ActivityBeforeState = activityFirst },
        });
        // The schedule comes with the first programme, and would count here as well.
        Entity[] schedule = [.. world.Dataverse.Steps.Where(step => step.PluginType.Contains("ScheduleWork"))
            .Select(step => new Entity("sdkmessageprocessingstep", step.Id))];
        Switch(world, schedule, state: 1);
        world.Loyalty.ProduceProgramme();
        return world;
    }

    private static long CostOfNext(CrossSellWorld world, EntityReference customer, string[] products)
    {
        world.PassDays(7);
        EntityReference order = world.Open("salesorder", customer, products);
        world.Dataverse.RunAsyncJobs();
        world.Loyalty.Fulfil(order);
        world.Dataverse.Requests.Reset();
        world.Dataverse.RunAsyncJobs();
        return world.Dataverse.Requests.Of(RequestOrigin.Job);
    }

    /// <summary>An order that changes the level costs its log, too.</summary>
    private static long CheapestOfFour(CrossSellWorld world, EntityReference customer) =>
        Enumerable.Range(0, 4).Select(_ => CostOfNext(world, customer, Products)).ToArray().Min();

    /// <summary>Orders of before the solution: our steps do not run. Their baskets are as the schedule would leave
    /// them.</summary>
    private static void History(CrossSellWorld world, EntityReference customer, int orders)
    {
        Entity[] steps = [.. world.Dataverse.Steps.Where(step => step.Table is "salesorder" or "orderclose")
            .Select(step => new Entity("sdkmessageprocessingstep", step.Id))];
        Switch(world, steps, state: 1);
        Entity[] headers = [.. Enumerable.Range(1, orders).Select(age => Header(world, customer, age))];
        Guid[] ids = Create(world, headers);
        Create(world, [.. ids.Select(id => Line(world, id))]);
        foreach (Guid id in ids) world.Loyalty.Fulfil(new EntityReference("salesorder", id));
        Switch(world, steps, state: 0);
        world.Dataverse.RunAsyncJobs();
        Create(world, [.. Enumerable.Range(1, orders).Select(age => Basket(world, customer, age))]);
    }

    private static Guid[] Create(CrossSellWorld world, Entity[] rows) =>
        ((CreateMultipleResponse)world.Admin.Execute(new CreateMultipleRequest
        {
            Targets = new EntityCollection([.. rows]) { EntityName = rows[0].LogicalName },
        })).Ids;

    private static Entity Header(CrossSellWorld world, EntityReference customer, int age) => new("salesorder")
    {
        ["name"] = "Earlier",
        ["customerid"] = customer,
        ["pricelevelid"] = world.PriceList,
        ["overriddencreatedon"] = Weeks(world, age),
    };

    private static Entity Line(CrossSellWorld world, Guid order) => new("salesorderdetail")
    {
        ["salesorderid"] = new EntityReference("salesorder", order),
        ["productid"] = world.Product(Products[0]),
        ["uomid"] = world.Unit,
        ["quantity"] = 1m,
        ["ispriceoverridden"] = true,
        ["priceperunit"] = new Money(10m),
    };

    private static DateTime Weeks(CrossSellWorld world, int ago) =>
        world.Loyalty.Clock.GetUtcNow().UtcDateTime.Date.AddDays(-7 * ago);

    private static Entity Basket(CrossSellWorld world, EntityReference customer, int age)
    {
        string id = Guid.NewGuid().ToString("N"), product = world.Product(Products[0]).Id.ToString("N");
        return new Entity("crmx_orderbasket")
        {
            ["crmx_name"] = id,
            ["crmx_key"] = id,
            ["crmx_orderid"] = Guid.Parse(id).ToString("D"),
            ["crmx_customerid"] = customer,
            ["crmx_orderedon"] = Weeks(world, age),
            ["crmx_lines"] = product + "=1=",
            ["crmx_products"] = product,
            ["crmx_windowproducts"] = product,
        };
    }

    private static void Switch(CrossSellWorld world, IEnumerable<Entity> steps, int state)
    {
        foreach (Entity step in steps)
        {
            step["statecode"] = new OptionSetValue(state);
            world.Admin.Update(step);
        }
    }

    private static object Shown(CrossSellWorld world, EntityReference customer, string column) =>
        world.Admin.Retrieve(customer.LogicalName, customer.Id, new(column))[column];

    private static IEnumerable<int> Occurrences(string text, string wanted) => Enumerable.Range(0, text.Length)
        .Where(at => string.CompareOrdinal(text, at, wanted, 0, wanted.Length) == 0);
}
