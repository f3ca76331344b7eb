using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Cli.Simulation;

/// <summary>On which days a customer of each segment orders.</summary>
internal sealed class BuyingDays(SampleOptions options)
{
    private const int SpreadPermille = 200;
    private const int SlowdownPermille = 1800;
    private const int SilenceDays = 75;
    private const int SilenceRhythms = 3;

    private static readonly int[] LoyalRhythms = [21, 28, 35, 42, 49, 56, 70, 84, 91];
    private static readonly int[] FadingRhythms = [21, 28, 35, 42];
    private static readonly int[] SeasonMonths = [2, 4, 6, 8, 11];

    public PlantedBehaviour Behaviour(Segment segment, SampleRandom random) => segment switch
    {
        Segment.Loyal => new PlantedBehaviour(segment, random.Pick(LoyalRhythms)),
        Segment.Fading => new PlantedBehaviour(
            segment, random.Pick(FadingRhythms), options.Until.AddDays(-random.Between(180, 300))),
        Segment.Seasonal => new PlantedBehaviour(segment, SeasonMonth: random.Pick(FullSeasons())),
        _ => new PlantedBehaviour(segment),
    };

    /// <summary>Ascending, distinct, at midnight UTC, inside the two years.</summary>
    public IReadOnlyList<DateTime> Of(PlantedBehaviour planted, SampleRandom random) => planted.Segment switch
    {
        Segment.Loyal => Loyal(planted.RhythmDays, random),
        Segment.Fading => Fading(planted, random),
        Segment.Seasonal => Seasonal(planted.SeasonMonth, random),
        _ => [options.From.AddDays(random.Below((options.Until - options.From).Days - 30))],
    };

    private List<DateTime> Loyal(int rhythm, SampleRandom random)
    {
        List<DateTime> days = [];
        DateTime day = options.From.AddDays(random.Below(rhythm + 60));
        while (day < options.Until)
        {
            days.Add(day);
            day = After(day, rhythm, random);
        }

        return days;
    }

    private List<DateTime> Fading(PlantedBehaviour planted, SampleRandom random)
    {
        DateTime silent = options.Until.AddDays(-Math.Max(SilenceDays, SilenceRhythms * planted.RhythmDays));
        List<DateTime> days = [];
        int rhythm = planted.RhythmDays;
        DateTime day = options.From.AddDays(random.Below(rhythm + 60));
        while (day < silent)
        {
            days.Add(day);
            if (day >= planted.TurnedOn) rhythm = rhythm * SlowdownPermille / 1000;
            day = After(day, rhythm, random);
        }

        return days;
    }

    private List<DateTime> Seasonal(int month, SampleRandom random)
    {
        List<DateTime> days = [];
        foreach (DateTime first in SeasonStarts(month))
        {
            int length = (first.AddMonths(2) - first).Days;
            int orders = random.Between(2, 4);
            SortedSet<int> chosen = [];
            while (chosen.Count < orders) chosen.Add(random.Below(length));
            days.AddRange(chosen.Select(offset => first.AddDays(offset)));
        }

        return days;
    }

    /// <summary>
    /// A season cut by the first or the last day of the two years would look like a change of behaviour.
    /// </summary>
    private int[] FullSeasons() => [.. SeasonMonths.Where(month => SeasonStarts(month).Count() == 2)];

    private IEnumerable<DateTime> SeasonStarts(int month) =>
        Enumerable.Range(options.From.Year, 3)
            .Select(year => new DateTime(year, month, 1, 0, 0, 0, DateTimeKind.Utc))
            .Where(first => first >= options.From && first.AddMonths(2) <= options.Until);

    private static DateTime After(DateTime day, int rhythm, SampleRandom random) =>
        day.AddDays(Math.Max(1, rhythm * random.Permille(SpreadPermille) / 1000));
}
