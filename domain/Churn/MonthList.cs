using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.Churn;

/// <summary>Lists of months: ascending, each once, none older than the statistics keep.</summary>
internal static class MonthList
{
    public static IReadOnlyList<MonthActivity> Of(Day day, int orderDays, decimal value) =>
        new[] { new MonthActivity { Month = day.MonthNumber, OrderDays = orderDays, Value = value } };

    /// <summary>
    /// Whatever is dropped for being old is older than the latest month of both, so the grouping does not matter.
    /// </summary>
    public static IReadOnlyList<MonthActivity> Sum(
        IReadOnlyList<MonthActivity> one, IReadOnlyList<MonthActivity> other)
    {
        if (one.Count == 0) return other;
        if (other.Count == 0) return one;
        var sum = new List<MonthActivity>(one.Count + other.Count);
        int at = 0, otherAt = 0;
        while (at < one.Count || otherAt < other.Count)
        {
            if (otherAt == other.Count || (at < one.Count && one[at].Month < other[otherAt].Month)) sum.Add(one[at++]);
            else if (at == one.Count || other[otherAt].Month < one[at].Month) sum.Add(other[otherAt++]);
            else sum.Add(one[at++].Plus(other[otherAt++]));
        }

        int oldest = sum[sum.Count - 1].Month - CustomerStatistics.MonthsKept;
        return sum[0].Month > oldest ? sum : sum.Where(month => month.Month > oldest).ToList();
    }
}
