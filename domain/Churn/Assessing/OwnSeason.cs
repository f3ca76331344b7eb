using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.Churn;

/// <summary>
/// The months of the year in which a customer orders, where these are few and come back: all orders of the months kept
/// lie in one stretch of the calendar, and in two years at least.
/// </summary>
public sealed record OwnSeason
{
    private const int MonthsAYear = 12;

    /// <summary>1 for January.</summary>
    public int FirstMonth { get; private init; }

    /// <summary>Length in months; may reach over New Year.</summary>
    public int Months { get; private init; }

    public int LastMonth => ((FirstMonth + Months - 2) % MonthsAYear) + 1;

    /// <summary>In how many years the customer ordered in it; 2 or more.</summary>
    public int Seasons { get; private init; }

    /// <summary>First day on which silence says something: the season after the one of the last order has passed,
    /// with the days of grace.</summary>
    public Day JudgedFrom { get; private init; }

    /// <summary>Null for a customer without a season of its own.</summary>
    public static OwnSeason? Of(CustomerStatistics customer, SeasonSettings settings)
    {
        Require.That(settings.AreSound, "a season of 1 to 6 months");
        MonthActivity[] months = customer.Months.Where(month => month.OrderDays > 0).ToArray();
        if (!settings.IsOn || months.Sum(month => month.OrderDays) < settings.FewestOrderDays) return null;
        return Shortest(months, settings) is { } season && season.Seasons >= 2 ? season : null;
    }

    private static OwnSeason? Shortest(IReadOnlyList<MonthActivity> months, SeasonSettings settings)
    {
        for (int length = 1; length <= settings.LongestMonths; length++)
            for (int first = 0; first < MonthsAYear; first++)
                if (months.All(month => (month.Month - first + MonthsAYear) % MonthsAYear < length))
                    return Season(months, first, length, settings.GraceDays);
        return null;
    }

    // Years are counted from the first month of the season, so that one over New Year is one.
    private static OwnSeason Season(IReadOnlyList<MonthActivity> months, int first, int length, int graceDays)
    {
        int last = (months[months.Count - 1].Month - first) / MonthsAYear;
        int afterNext = ((last + 1) * MonthsAYear) + first + length;
        return new OwnSeason
        {
            FirstMonth = first + 1,
            Months = length,
            Seasons = months.Select(month => (month.Month - first) / MonthsAYear).Distinct().Count(),
            JudgedFrom = new Day(afterNext / MonthsAYear, (afterNext % MonthsAYear) + 1, 1).AddDays(graceDays),
        };
    }
}
