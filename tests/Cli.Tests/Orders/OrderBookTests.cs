using CrmExtensions.Cli.Orders;

namespace CrmExtensions.Cli.Tests.Orders;

public sealed class OrderBookTests
{
    private static readonly DateTime Day = new(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Orders_stand_in_the_sequence_of_their_first_line()
    {
        OrderBook book = OrderBook.Group([Line(2, "B"), Line(3, "A"), Line(4, "B"), Line(5, "C1")],
            new MalformedLines());

        Assert.Equal(["B", "A", "C1"], book.Orders.Select(order => order.Id));
        Assert.Equal([2, 4], book.Orders[0].Lines.Select(line => line.Number));
        Assert.Equal(4, book.LineCount);
        Assert.Equal(10m, book.Amount);
        Assert.Equal(5m, book.Orders[0].Amount);
    }

    [Fact]
    public void An_order_dates_from_its_earliest_line()
    {
        OrderBook book = OrderBook.Group(
            [Line(2, "A") with { OrderedOn = Day.AddHours(2) }, Line(3, "A") with { OrderedOn = Day.AddHours(1) }],
            new MalformedLines());

        Assert.Equal(Day.AddHours(1), Assert.Single(book.Orders).OrderedOn);
    }

    [Fact]
    public void A_line_that_names_another_customer_is_left_out_and_reported()
    {
        MalformedLines malformed = new();

        OrderBook book = OrderBook.Group([Line(2, "A"), Line(3, "A") with { CustomerId = "K2" }], malformed);

        Assert.Equal(1, book.LineCount);
        Assert.Equal([new MalformedLine(3, "gives order A another customer than line 2")], malformed.First);
    }

    [Theory]
    [InlineData("C536379", true), InlineData("536379", false), InlineData("A563185", false)]
    public void An_order_id_with_a_leading_c_is_a_cancellation(string id, bool cancelled) =>
        Assert.Equal(cancelled, new Order(Line(2, id)).IsCancelled);

    private static OrderLine Line(int number, string order) =>
        new(number, order, "K1", Day, "P1", 1, 2.5m);
}
