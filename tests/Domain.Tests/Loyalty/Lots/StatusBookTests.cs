using System.Linq;
using CrmExtensions.Domain.Loyalty;
using FsCheck;
using FsCheck.Fluent;

namespace CrmExtensions.Domain.Tests.Loyalty.Lots;

public sealed class StatusBookTests
{
    private static readonly Day January = new(2026, 1, 31);

    [Fact]
    public void Points_and_orders_are_summed_by_month()
    {
        StatusBook book = StatusBook.Empty
            .Plus(January, 100, 1)
            .Plus(new Day(2026, 2, 1), 20, 1)
            .Plus(new Day(2026, 2, 28), 5, 1);

        Assert.Equal(125, book.PointsBetween(January, new Day(2026, 2, 1)));
        Assert.Equal(25, book.PointsBetween(new Day(2026, 2, 10), new Day(2026, 12, 31)));
        Assert.Equal(2, book.OrdersBetween(new Day(2026, 2, 1), new Day(2026, 2, 1)));
    }

    [Fact]
    public void What_comes_back_leaves_no_empty_month()
    {
        StatusBook book = StatusBook.Empty.Plus(January, 100, 1).Plus(January, -100, -1);

        Assert.True(book.IsEmpty);
        Assert.Equal(StatusBook.Empty, book);
    }

    [Fact]
    public void Three_years_are_kept_counted_from_the_newest_month()
    {
        StatusBook book = StatusBook.Empty.Plus(January, 1, 0).Plus(January.AddMonths(35), 2, 0);

        Assert.Equal(2, book.Months.Count);
        Assert.Equal([2, 3], book.Plus(January.AddMonths(36), 3, 0).Months.Select(month => month.Points));
    }

    [Fact]
    public void The_json_is_frozen_and_read_back()
    {
        StatusBook book = StatusBook.Empty.Plus(January, 100, 1).Plus(new Day(2026, 12, 1), -5, 0);
        const string Json = "{\"v\":1,\"months\":[{\"month\":\"2026-01\",\"points\":100,\"orders\":1},"
            + "{\"month\":\"2026-12\",\"points\":-5,\"orders\":0}]}";

        Assert.Equal(Json, book.ToJson());
        Assert.Equal(book, StatusBook.Parse(Json));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"v\":1,\"months\":[{\"month\":\"2026-13\",\"points\":1,\"orders\":0}]}")]
    [InlineData("{\"v\":1,\"months\":[{\"month\":\"2026-01\",\"points\":0,\"orders\":0}]}")]
    [InlineData("{\"v\":1, \"months\":[]}")]
    public void Text_that_no_book_would_write_is_no_book(string text) => Assert.Null(StatusBook.Parse(text));

    [Fact]
    public void The_order_of_postings_within_the_kept_months_does_not_matter()
    {
        Gen<StatusBook> part = AnyLots.AnyDay().SelectMany(day => Gen.Choose(-100, 500)
            .Select(points => StatusBook.Empty.Plus(day, points, 1)));
        Prop.ForAll(part.ListOf().ToArbitrary(), parts =>
        {
            StatusBook forward = parts.Aggregate(StatusBook.Empty, (sum, one) => sum.Plus(one));
            StatusBook backward = Enumerable.Reverse(parts.ToArray())
                .Aggregate(StatusBook.Empty, (sum, one) => sum.Plus(one));
            return forward.Equals(backward) && StatusBook.Parse(forward.ToJson())!.Equals(forward);
        }).QuickCheckThrowOnFailure();
    }
}
