using System.Security.Cryptography;
using System.Text;
using CrmExtensions.Cli.Orders;
using CrmExtensions.Cli.Simulation;

namespace CrmExtensions.Simulation.Tests;

public sealed class DeterminismTests
{
    [Fact]
    public void The_same_seed_gives_the_same_bytes() =>
        Assert.Equal(Csv(new SampleOptions { Seed = 5 }), Csv(new SampleOptions { Seed = 5 }));

    [Fact]
    public void Another_seed_gives_another_business() =>
        Assert.NotEqual(Csv(new SampleOptions { Seed = 5 }), Csv(new SampleOptions { Seed = 6 }));

    /// <summary>
    /// Documents and approved texts quote figures of this business: a change of the simulator must be meant.
    /// </summary>
    [Fact]
    public void The_default_business_is_the_one_that_the_documents_quote() =>
        Assert.Equal("15a8dbd2f698633c",
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Csv(new SampleOptions()))))[..16]);

    [Fact]
    public void The_end_date_moves_the_business_and_changes_nothing_else_of_the_rhythms()
    {
        SampleOptions options = new();
        SampleBusiness one = SampleSimulator.Run(options);
        SampleBusiness other = SampleSimulator.Run(options with { Until = options.Until.AddDays(7) });

        DateTime[] first = [.. Dates(one)];
        DateTime[] second = [.. Dates(other)];
        Assert.Equal(first.Select(date => date.AddDays(7)), second);
    }

    [Fact]
    public void The_written_file_reads_back_as_the_same_orders()
    {
        SampleBusiness business = SampleSimulator.Run(new SampleOptions { Customers = 40 });
        using OrderFile file = OrderFile.Open(new MemoryStream(Encoding.UTF8.GetBytes(Csv(business.Options))));

        OrderBook read = OrderBook.Group(file.Read(), file.Malformed);

        Assert.Equal(0, file.Malformed.Count);
        Assert.Equal(
            business.Book.Orders.SelectMany(order => order.Lines),
            read.Orders.SelectMany(order => order.Lines).Select(line => line with { Number = 0 }));
    }

    private static IEnumerable<DateTime> Dates(SampleBusiness business)
    {
        string loyal = business.Customers.First(customer => customer.Planted.Segment == Segment.Loyal).Id;
        return business.Book.Orders.Where(order => order.CustomerId == loyal).Select(order => order.OrderedOn);
    }

    private static string Csv(SampleOptions options)
    {
        using StringWriter writer = new();
        SampleCsv.Write(SampleSimulator.Run(options).Book, writer);
        return writer.ToString();
    }
}
