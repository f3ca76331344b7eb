using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmExtensions.Cli.Orders;

namespace CrmExtensions.Cli.Simulation;

/// <summary>Makes the sample business. The same options give the same business, to the last byte.</summary>
internal sealed class SampleSimulator
{
    private const int CancelledPercent = 3;
    private const int FirstOrderNumber = 100_001;

    private readonly SampleOptions options;
    private readonly SampleCatalog catalog = SampleCatalog.CoffeeAndTea;
    private readonly BuyingDays days;
    private readonly SampleBaskets baskets;

    private SampleSimulator(SampleOptions options)
    {
        this.options = options;
        days = new BuyingDays(options);
        baskets = new SampleBaskets(catalog);
    }

    public static SampleBusiness Run(SampleOptions options) => new SampleSimulator(options).Run();

    private SampleBusiness Run()
    {
        Segment[] segments = Segments();
        SampleNames names = new();
        List<SampleCustomer> customers = [];
        List<Draft> drafts = [];
        for (int i = 0; i < segments.Length; i++)
        {
            SampleRandom dates = new(options.Seed, SampleStream.Dates, i);
            PlantedBehaviour planted = days.Behaviour(segments[i], dates);
            SampleCustomer customer = names.Next($"K{1001 + i}", planted, new(options.Seed, SampleStream.Identity, i));
            customers.Add(customer);
            drafts.AddRange(Drafts(customer, i, days.Of(planted, dates)));
        }

        IEnumerable<Draft> inOrder = drafts
            .OrderBy(draft => draft.On)
            .ThenBy(draft => draft.CustomerId, StringComparer.Ordinal);
        OrderBook book = OrderBook.Group(inOrder.SelectMany(Lines), new MalformedLines());
        return new SampleBusiness(options, customers, catalog, book);
    }

    /// <summary>Of 400 customers: 130 loyal, 70 fading, 80 seasonal, 120 one-time.</summary>
    private Segment[] Segments()
    {
        int count = options.Customers;
        Segment[] segments = new Segment[count];
        Array.Fill(segments, Segment.OneTime);
        int loyal = count * 130 / 400;
        int fading = count * 70 / 400;
        segments.AsSpan(0, loyal).Fill(Segment.Loyal);
        segments.AsSpan(loyal, fading).Fill(Segment.Fading);
        segments.AsSpan(loyal + fading, count * 80 / 400).Fill(Segment.Seasonal);
        new SampleRandom(options.Seed, SampleStream.Segments, 0).Shuffle(segments);
        return segments;
    }

    private IEnumerable<Draft> Drafts(SampleCustomer customer, int index, IReadOnlyList<DateTime> buyingDays)
    {
        SampleRandom contents = new(options.Seed, SampleStream.Baskets, index);
        SampleRandom cancellations = new(options.Seed, SampleStream.Cancellations, index);
        foreach (DateTime day in buyingDays)
        {
            DateTime on = day.AddHours(7).AddSeconds(contents.Below(11 * 3600));
            IReadOnlyList<BasketItem> items = baskets.Draw(customer.IsCompany, contents);
            // A cancelled order is an order placed by mistake, an hour before the real one.
            if (cancellations.Percent(CancelledPercent)) yield return new Draft(customer.Id, on.AddHours(-1), items,
                true);
            yield return new Draft(customer.Id, on, items, false);
        }
    }

    private static IEnumerable<OrderLine> Lines(Draft draft, int position)
    {
        string number = (FirstOrderNumber + position).ToString(CultureInfo.InvariantCulture);
        string id = (draft.IsCancelled ? "C" : "S") + number;
        return draft.Items.Select(item =>
            new OrderLine(0, id, draft.CustomerId, draft.On, item.ProductId, item.Quantity, item.Amount));
    }

    private sealed record Draft(string CustomerId, DateTime On, IReadOnlyList<BasketItem> Items, bool IsCancelled);
}
