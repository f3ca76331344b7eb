using System;
using System.Linq;
using CrmExtensions.Cli.Demo;
using CrmExtensions.Cli.Orders;
using Dataverse.Local;
using Dataverse.Local.Tracing;

namespace CrmExtensions.Cli.Flow;

/// <summary>
/// The shortest real run: a known member's order of two lines is fulfilled, then the waiting jobs run.
/// </summary>
internal static class OrderScenario
{
    private static readonly DateTime Day = new(2026, 1, 1, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Last = Day.AddDays(60);

    public static OperationTrace Run()
    {
        // Days of their own: orders of one day are in the order of their ids, which chance gives.
        MalformedLines none = new();
        OrderBook book = OrderBook.Group(
            [Line("1", "A", Day), Line("2", "A", Day.AddDays(30)), Line("3", "A", Last), Line("3", "B", Last)], none);
        Business business = Business.Of("three orders", book, none);
        OrderClock clock = new(Day);
        using LocalDataverse environment = DemoEnvironment.Open(path: null, clock);
        OrderLoader loader = new(environment.Connect(), MasterData.Write(environment.Connect(), business), clock);

        // The first order enrols the customer, the second one makes a history; the third one shows the everyday path.
        foreach (Order earlier in business.Orders.Take(2))
        {
            loader.Load(earlier);
            environment.RunAsyncJobs();
        }

        return environment.Trace(() =>
        {
            loader.Load(business.Orders[2]);
            environment.RunAsyncJobs();
        });
    }

    private static OrderLine Line(string order, string product, DateTime on) =>
        new(0, order, "K1", on, product, 2, 25m);
}
