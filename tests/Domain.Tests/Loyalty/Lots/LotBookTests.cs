using System.Linq;
using CrmExtensions.Domain.Loyalty;
using FsCheck;
using FsCheck.Fluent;

namespace CrmExtensions.Domain.Tests.Loyalty.Lots;

public sealed class LotBookTests
{
    private static readonly Day March = new(2026, 3, 1);

    [Fact]
    [Trait("Rule", "L41")]
    public void The_earliest_expiring_lot_is_first_the_endless_one_last_then_the_older()
    {
        Lot endless = Lot(null, null, null, 1);
        Lot late = Lot("2026-01-01", null, "2027-01-01", 2);
        Lot older = Lot("2025-01-01", null, "2026-06-30", 3);
        Lot newer = Lot("2025-02-01", null, "2026-06-30", 4);

        LotBook book = LotBook.Of([endless, late, newer, older]);

        Assert.Equal([older, newer, late, endless], book.Lots);
        Assert.Equal([3, 2], book.First(5, _ => true).Lots.Select(lot => lot.Points));
    }

    [Fact]
    public void Points_with_the_same_dates_are_one_lot()
    {
        LotBook book = LotBook.Of([Lot("2026-03-01", null, "2027-03-01", 5), Lot("2026-03-01", null, "2027-03-01", 7)]);

        Assert.Equal(12, Assert.Single(book.Lots).Points);
    }

    [Fact]
    public void Lots_that_never_expire_forget_when_they_were_earned()
    {
        Assert.Equal(LotKey.Endless, LotKey.Of(March, null, null));
        Assert.NotEqual(LotKey.Endless, LotKey.Of(March, March.AddDays(14), null));
        Assert.Equal(LotKey.Endless, LotKey.Of(March, March.AddDays(14), null).MaturedBy(March.AddDays(14)));
    }

    [Fact]
    public void Both_edges_of_a_lot_belong_to_its_life()
    {
        LotKey key = LotKey.Of(March, March.AddDays(14), March.AddDays(60));

        Assert.True(key.IsPendingOn(March.AddDays(13)));
        Assert.True(key.IsAvailableOn(March.AddDays(14)));
        Assert.True(key.IsAvailableOn(March.AddDays(60)));
        Assert.True(key.IsOverOn(March.AddDays(61)));
        Assert.False(key.IsAvailableOn(March.AddDays(61)));
    }

    [Fact]
    public void Lots_that_are_not_there_cannot_be_taken_away()
    {
        LotBook book = LotBook.Of(LotKey.Endless, 10);

        Assert.Null(book.Minus(LotBook.Of(LotKey.Endless, 11)));
        Assert.Null(book.Minus(LotBook.Of(LotKey.Of(March, null, March), 1)));
        Assert.Equal(LotBook.Empty, book.Minus(book));
    }

    [Fact]
    public void The_json_is_frozen_and_read_back()
    {
        LotBook book = LotBook.Of([Lot("2026-03-01", "2026-03-15", "2027-03-01", 90), Lot(null, null, null, 7)]);
        const string Json = "{\"v\":1,\"lots\":["
            + "{\"earned\":\"2026-03-01\",\"from\":\"2026-03-15\",\"until\":\"2027-03-01\",\"points\":90},"
            + "{\"points\":7}]}";

        Assert.Equal(Json, book.ToJson());
        Assert.Equal(book, LotBook.Parse(Json));
        Assert.Equal("{\"v\":1,\"lots\":[]}", LotBook.Empty.ToJson());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"v\":2,\"lots\":[]}")]
    [InlineData("{\"v\":1,\"lots\":[]} ")]
    [InlineData("{\"v\":1,\"lots\":[{\"points\":0}]}")]
    [InlineData("{\"v\":1,\"lots\":[{\"points\":-1}]}")]
    [InlineData("{\"v\":1,\"lots\":[{\"points\":01}]}")]
    [InlineData("{\"v\":1,\"lots\":[{\"points\":1},]}")]
    [InlineData("{\"v\":1,\"lots\":[{\"points\":1},{\"points\":2}]}")]
    [InlineData("{\"v\":1,\"lots\":[{\"earned\":\"2026-03-01\",\"points\":1}]}")]
    [InlineData("{\"v\":1,\"lots\":[{\"until\":\"2026-02-30\",\"points\":1}]}")]
    [InlineData("{\"v\":1,\"lots\":[{\"points\":2147483648}]}")]
    [InlineData("{\"v\":1,\"lots\":[{\"points\":1}")]
    public void Text_that_no_book_would_write_is_no_book(string text) => Assert.Null(LotBook.Parse(text));

    [Fact]
    public void Any_book_survives_its_json_and_comes_back_after_taking_and_giving()
    {
        Prop.ForAll(AnyLots.Book().ToArbitrary(), Gen.Choose(0, 3000).ToArbitrary(), (book, points) =>
        {
            LotBook taken = book.First(points, _ => true);
            LotBook rest = book.Minus(taken)!;
            return LotBook.Parse(book.ToJson())!.Equals(book)
                && taken.Total == System.Math.Min(points, book.Total)
                && rest.Plus(taken).Equals(book)
                && book.AvailableOn(March).Total + book.Where(key => !key.IsAvailableOn(March)).Total == book.Total;
        }).QuickCheckThrowOnFailure();
    }

    private static Lot Lot(string? earned, string? from, string? until, int points) =>
        new(LotKey.Of(AnyLots.DayOf(earned), AnyLots.DayOf(from), AnyLots.DayOf(until)), points);
}
