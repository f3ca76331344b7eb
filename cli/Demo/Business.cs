using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Cli.Orders;
using CrmExtensions.Cli.Simulation;

namespace CrmExtensions.Cli.Demo;

/// <summary>What a demo loads: customers, products and their orders, ascending by date.</summary>
internal sealed class Business
{
    private Business(string name, OrderBook book)
    {
        Name = name;
        Book = book;
        // Equal dates keep the sequence of the file.
        Orders = [.. book.Orders.OrderBy(order => order.OrderedOn)];
    }

    /// <summary>For the heading of the report.</summary>
    public string Name { get; }

    public OrderBook Book { get; }

    public IReadOnlyList<Order> Orders { get; }

    /// <summary>What the file held besides; empty for the sample business.</summary>
    public MalformedLines Malformed { get; private init; } = new();

    /// <summary>Decimals that the currency needs so that every amount can be stored: 2 to 4.</summary>
    public int Decimals => Orders.SelectMany(order => order.Lines).Max(line => Math.Max(2, (int)line.Amount.Scale));

    public required IReadOnlyList<BusinessCustomer> Customers { get; init; }

    public required IReadOnlyList<BusinessProduct> Products { get; init; }

    /// <summary>Empty for orders that somebody brings.</summary>
    public IReadOnlyList<PlantedPair> PlantedPairs { get; private init; } = [];

    public DateTime From => Orders[0].OrderedOn;

    public DateTime To => Orders[^1].OrderedOn;

    public static Business Of(SampleBusiness sample) =>
        new($"sample business, seed {sample.Options.Seed}", sample.Book)
        {
            Customers = [.. sample.Customers.Select(customer =>
                new BusinessCustomer(
                    customer.Id,
                    customer.IsCompany,
                    customer.FirstName,
                    customer.LastName,
                    customer.Planted.Segment.ToString())
                {
                    City = customer.City,
                    Country = customer.Country,
                })],
            PlantedPairs = [.. sample.Catalog.Pairs.Select(pair => new PlantedPair(pair.First, pair.Second))],
            Products = [.. sample.Catalog.Products.Select(product => new BusinessProduct(product.Id, product.Name))],
        };

    /// <summary>
    /// Every customer of the file becomes an account named after its id, lines without customer belong to one account
    /// "anonymous". Product ids that differ in case or accents only are told apart as Dataverse does: not at all.
    /// </summary>
    public static Business Of(string fileName, OrderBook book, MalformedLines malformed) =>
        new(fileName, book)
        {
            Malformed = malformed,
            Customers = [.. book.Orders.Select(order => order.CustomerId).Distinct(StringComparer.Ordinal)
                .Select(id => new BusinessCustomer(id, true, "", NameOf(id), ""))],
            Products = [.. book.Orders.SelectMany(order => order.Lines).Select(line => line.ProductId)
                .Distinct(StringComparer.Ordinal).Select(id => new BusinessProduct(id, id))],
        };

    private static string NameOf(string id) => id.Length == 0 ? BusinessCustomer.Anonymous : $"Customer {id}";
}
