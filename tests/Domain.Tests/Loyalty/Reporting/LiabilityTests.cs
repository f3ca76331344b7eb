using System.Linq;
using CrmExtensions.Domain.Loyalty;

namespace CrmExtensions.Domain.Tests.Loyalty.Reporting;

public sealed class LiabilityTests
{
    private static readonly Day Today = new(2026, 1, 15);

    [Fact]
    public void Open_points_stand_in_the_month_in_which_they_end_and_endless_ones_last()
    {
        var sum = new Liability();
        sum.Add(Head(new Lot(LotKey.Of(Today, null, new Day(2026, 3, 31)), 50), new Lot(LotKey.Endless, 10)), Today);
        sum.Add(Head(new Lot(LotKey.Of(Today, Today.AddDays(3), new Day(2026, 3, 1)), 7)), Today);
        sum.Add(MemberHead.Of(Any.MemberId) with { Balance = -40 }, Today);

        Assert.Equal(["2026-03", ""], sum.Months.Select(month => month.Name));
        Assert.Equal([57L, 10L], sum.Months.Select(month => month.Points));
        Assert.Equal([3L, 67L, 7L, 40L], [sum.Members, sum.OpenPoints, sum.PendingPoints, sum.DebtPoints]);
    }

    [Fact]
    public void A_total_is_carried_on_as_text_and_no_other_text_is_one()
    {
        var sum = new Liability();
        sum.Add(Head(new Lot(LotKey.Of(Today, null, new Day(2026, 3, 31)), 50)), Today);

        Liability carried = Liability.Parse(sum.ToJson())!;
        carried.Add(Head(new Lot(LotKey.Of(Today, null, new Day(2026, 3, 31)), 5)), Today);

        Assert.Equal(55, carried.OpenPoints);
        Assert.Equal(2, carried.Members);
        Assert.All(["", "{}", sum.ToJson() + " "], text => Assert.Null(Liability.Parse(text)));
    }

    private static MemberHead Head(params Lot[] lots)
    {
        LotBook book = LotBook.Of(lots);
        return MemberHead.Of(Any.MemberId) with { Balance = (int)book.Total, Lots = book };
    }
}
