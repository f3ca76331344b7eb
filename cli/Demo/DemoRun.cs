using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using CrmExtensions.Cli.Orders;
using CrmExtensions.Cli.Output;
using Dataverse.Local;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Cli.Demo;

/// <summary>
/// Loads a business into an environment, order by order through the plugins, and reports what became of it.
/// </summary>
internal sealed class DemoRun(LocalDataverse environment, OrderClock clock, Terminal terminal)
{
    private const int TopCount = 10;

    private readonly IOrganizationService service = environment.Connect();

    public DemoReport Execute(Business business)
    {
        DateTime from = clock.GetUtcNow().UtcDateTime;
        ScheduledWork schedule = new(service);
        schedule.Hold();
        MasterData data = MasterData.Write(service, business);
        DemoSpeed speed = Load(business, data);
        // Whole seconds: the last order's rows carry the time that the clock shows now.
        DateTime until = clock.GetUtcNow().UtcDateTime.AddSeconds(1);
        LedgerProof proof = LedgerProof.Of(service);
        Totals stored = Reconciliation.Stored(service, from, until);
        LearningFigures learning = terminal.WithProgress(
            "Training", _ => new DemoLearning(environment, clock, business, data).Execute());
        schedule.Resume();
        return new DemoReport
        {
            Business = business.Name,
            From = business.From,
            To = business.To,
            Customers = business.Customers.Count,
            Products = business.Products.Count,
            Expected = Reconciliation.Expected(business),
            Stored = stored,
            MalformedLines = business.Malformed.Count,
            FirstMalformedLines = business.Malformed.First,
            Members = proof.Members.Count,
            Entries = proof.Members.Sum(member => member.Entries),
            LedgerFaults = proof.Faults,
            TopBalances = Top(proof),
            Segments = Segments(business, data, proof),
            Speed = speed,
            Learning = learning,
        };
    }

    /// <summary>Asynchronous steps run at the end of each day, as they would within minutes in the cloud.</summary>
    private DemoSpeed Load(Business business, MasterData data)
    {
        OrderLoader loader = new(service, data, clock);
        environment.Requests.Reset();
        Stopwatch watch = Stopwatch.StartNew();
        terminal.WithProgress("Orders through the plugins", report =>
        {
            int done = 0;
            DateTime day = business.From.Date;
            foreach (Order order in business.Orders)
            {
                if (order.OrderedOn.Date != day)
                {
                    environment.RunAsyncJobs();
                    report((double)done / business.Orders.Count);
                    day = order.OrderedOn.Date;
                }

                loader.Load(order);
                done++;
            }

            return environment.RunAsyncJobs();
        });
        return Speed(watch.Elapsed.TotalSeconds, business.Orders.Count);
    }

    private DemoSpeed Speed(double seconds, int orders)
    {
        double Each(RequestOrigin origin) => (double)environment.Requests.Of(origin) / orders;
        return new DemoSpeed(
            seconds,
            orders / seconds,
            Each(RequestOrigin.Outside),
            Each(RequestOrigin.Plugin),
            Each(RequestOrigin.Job));
    }

    private static TopBalance[] Top(LedgerProof proof) =>
    [
        .. proof.Members.OrderByDescending(member => member.Balance)
            .ThenBy(member => member.CustomerName, StringComparer.Ordinal)
            .Take(TopCount)
            .Select(member => new TopBalance(member.CustomerName, member.Balance, member.Entries)),
    ];

    private static SegmentFigures[] Segments(Business business, MasterData data, LedgerProof proof)
    {
        Dictionary<Guid, MemberLedger> byCustomer = proof.Members.ToDictionary(member => member.CustomerId);
        ILookup<string, Order> orders = business.Orders.Where(order => !order.IsCancelled)
            .ToLookup(order => order.CustomerId, StringComparer.Ordinal);
        long Points(BusinessCustomer customer) =>
            byCustomer.TryGetValue(data.Customer(customer.Id).Id, out MemberLedger? ledger) ? ledger.Balance : 0;

        return
        [
            .. business.Customers.Where(customer => customer.Segment.Length > 0)
                .GroupBy(customer => customer.Segment)
                .OrderBy(segment => segment.Key, StringComparer.Ordinal)
                .Select(segment => new SegmentFigures(
                    segment.Key,
                    segment.Count(),
                    segment.Sum(customer => orders[customer.Id].Count()),
                    segment.Sum(Points))),
        ];
    }
}
