using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Cli.Orders;

namespace CrmExtensions.Cli.Simulation;

/// <summary>
/// Two years of a trader in coffee, tea and kitchenware, made from a seed: who buys, what there is to buy, every order
/// by date. What was planted stands beside it, so that results can be checked against the truth.
/// </summary>
internal sealed class SampleBusiness
{
    private readonly Dictionary<string, SampleCustomer> byId;

    public SampleBusiness(
        SampleOptions options, IReadOnlyList<SampleCustomer> customers, SampleCatalog catalog, OrderBook orders)
    {
        Options = options;
        Customers = customers;
        Catalog = catalog;
        Book = orders;
        byId = customers.ToDictionary(customer => customer.Id, StringComparer.Ordinal);
    }

    public SampleOptions Options { get; }

    public IReadOnlyList<SampleCustomer> Customers { get; }

    public SampleCatalog Catalog { get; }

    /// <summary>Ascending by date; ids of cancelled orders start with C.</summary>
    public OrderBook Book { get; }

    public SampleCustomer Customer(string id) => byId[id];
}
