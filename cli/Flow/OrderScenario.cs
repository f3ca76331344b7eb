using System;
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

    public static OperationTrace Run()
    {
        MalformedLines none = new();
        OrderBook book = OrderBook.Group([Line("1", "A"), Line("2", "A"), Line("2", "B")], none);
        Business business = Business.Of("two orders", book, none);
        OrderClock clock = new(Day);
        using LocalDataverse environment = DemoEnvironment.Open(path: null, clock);
        OrderLoader loader = new(environment.Connect(), MasterData.Write(environment.Connect(), business), clock);

        // The first order enrols the customer; the second one shows the everyday path.
        loader.Load(business.Orders[0]);
        environment.RunAsyncJobs();
        return environment.Trace(() =>
        {
            loader.Load(business.Orders[1]);
            environment.RunAsyncJobs();
        });
    }

    private static OrderLine Line(string order, string product) => new(0, order, "K1", Day, product, 2, 25m);
}
