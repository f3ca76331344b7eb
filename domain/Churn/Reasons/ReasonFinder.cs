using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.Churn;

/// <summary>
/// Explains a score by computing it again: as if the customer had ordered today, as if it ordered as often as others,
/// and without each signal. The difference is the effect of what was changed.
/// </summary>
internal sealed class ReasonFinder
{
    private const double DaysPerWeek = 7;
    private const double DaysPerYear = 365.25;
    private const int MonthsPerYear = 12;

    private readonly IScoring scoring;
    private readonly PopulationMeans means;

    public ReasonFinder(IScoring scoring, PopulationMeans means)
    {
        this.scoring = scoring;
        this.means = means;
    }

    public IReadOnlyList<Reason> Of(CustomerStatistics customer, SignalShift signals, Day today)
    {
        double score = scoring.LogOddsOf(customer, today, signals.LogOdds);
        var reasons = new List<Reason>
        {
            Silence(customer, signals, today, score),
            Frequency(customer, signals, today, score),
        };
        reasons.AddRange(Signals(customer, signals, today, score));
        return ReasonList.Strongest(reasons);
    }

    /// <summary>For one-time buyers: silence and frequency are the same thing there.</summary>
    public IReadOnlyList<Reason> OfOneOrder(CustomerStatistics customer, SignalShift signals, Day today)
    {
        double score = scoring.LogOddsOf(customer, today, signals.LogOdds);
        double atOnce = scoring.LogOddsOf(customer, customer.LastDay, signals.LogOdds);
        var reasons = new List<Reason>
        {
            new()
            {
                Code = ReasonCode.OneOrder,
                Effect = atOnce - score,
                Value = customer.SilentDays(today),
                SegmentMean = Rounded(means.TypicalGapDays),
            },
            new()
            {
                Code = ReasonCode.SecondOrders,
                Effect = LogOdds.Of(0.5) - LogOdds.Of(means.RepeatShare),
                SegmentMean = Rounded(means.RepeatShare),
            },
        };
        reasons.AddRange(Signals(customer, signals, today, score));
        return ReasonList.Strongest(reasons);
    }

    // Compared with the customer's own usual silence, half a gap: more than that raises the risk, less lowers it.
    private Reason Silence(CustomerStatistics customer, SignalShift signals, Day today, double score)
    {
        int usual = (int)Math.Round(customer.MeanGapDays.GetValueOrDefault() / 2);
        double usually = scoring.LogOddsOf(customer, customer.LastDay.AddDays(usual), signals.LogOdds);
        return new Reason
        {
            Code = ReasonCode.Silence,
            Effect = usually - score,
            Value = customer.SilentDays(today),
            OwnPast = Rounded(customer.MeanGapDays.GetValueOrDefault()),
            SegmentMean = Rounded(means.SilentDays),
        };
    }

    private Reason Frequency(CustomerStatistics customer, SignalShift signals, Day today, double score)
    {
        double ageWeeks = today.DaysSince(customer.FirstDay) / DaysPerWeek;
        int repeats = Math.Max(1, (int)Math.Round(means.RepeatOrdersPerWeek * ageWeeks));
        CustomerStatistics average = customer with { OrderDays = repeats + 1, Gaps = repeats };
        int thisYear = customer.OrderDaysIn(today.MonthNumber - MonthsPerYear + 1, today.MonthNumber);
        double earlierYears = (today.DaysSince(customer.FirstDay) / DaysPerYear) - 1;
        return new Reason
        {
            Code = ReasonCode.Frequency,
            Effect = scoring.LogOddsOf(average, today, signals.LogOdds) - score,
            Value = thisYear,
            OwnPast = earlierYears < 0.5 ? null : Rounded((customer.OrderDays - thisYear) / earlierYears),
            SegmentMean = Rounded(means.RepeatOrdersPerWeek * DaysPerYear / DaysPerWeek),
        };
    }

    private IEnumerable<Reason> Signals(CustomerStatistics customer, SignalShift signals, Day today, double score) =>
        signals.Parts.Select(part => new Reason
        {
            Code = part.Code,
            Effect = scoring.LogOddsOf(customer, today, signals.Without(part)) - score,
            Value = part.Value,
        });

    private static decimal Rounded(double value) => Math.Round((decimal)value, 2);
}
