using System.Linq;
using CrmExtensions.Domain.Loyalty;
using FsCheck;
using FsCheck.Fluent;

namespace CrmExtensions.Domain.Tests.Loyalty.Lots;

/// <summary>Lots and their days, at hand and by chance.</summary>
internal static class AnyLots
{
    public static Day? DayOf(string? text)
    {
        if (text is null) return null;
        Assert.True(Day.TryParse(text, out Day day));
        return day;
    }

    /// <summary>A day of the two years around March 2026.</summary>
    public static Gen<Day> AnyDay() => Gen.Choose(-365, 365).Select(days => new Day(2026, 3, 1).AddDays(days));

    public static Gen<LotKey> Key() => Gen.Choose(0, 7).SelectMany(shape => AnyDay().SelectMany(one =>
        AnyDay().Select(other => LotKey.Of(
            (shape & 1) == 0 ? null : one,
            (shape & 2) == 0 ? null : one.AddDays(14),
            (shape & 4) == 0 ? null : other.AddDays(400)))));

    public static Gen<LotBook> Book() => Key()
        .SelectMany(key => Gen.Choose(1, 500).Select(points => new Lot(key, points)))
        .ListOf()
        .Select(lots => LotBook.Of(lots.ToArray()));
}
