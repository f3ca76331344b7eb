using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.Churn;

/// <summary>
/// Says how customers stand. The model speaks where its run passed the gate; elsewhere the rule does, and says why.
/// </summary>
public sealed class Assessor
{
    private readonly ModelRun? run;
    private readonly ChurnSettings settings;
    private readonly PopulationMeans means;
    private readonly IScoring scoring;
    private readonly ReasonFinder reasons;

    /// <param name="run">Null where nothing was trained yet.</param>
    /// <param name="settings">Sound ones.</param>
    public Assessor(ModelRun? run, ChurnSettings settings)
    {
        Require.That(settings.AreSound, "settings that fit together");
        this.run = run;
        this.settings = settings;
        means = run?.Means ?? new PopulationMeans();
        bool speaks = run is { Verdict: GateVerdict.Passed, Model.Regularity: 1 };
        WhyRule = speaks ? null : run?.Verdict ?? GateVerdict.NotTrained;
        scoring = speaks
            ? new ModelScoring(run!, settings)
            : new RuleScoring(settings, means.TypicalGapDays);
        reasons = new ReasonFinder(scoring, means);
    }

    /// <summary>Null where the model speaks.</summary>
    public GateVerdict? WhyRule { get; }

    /// <summary>Days in which a first order is still new.</summary>
    public int FirstIntervalDays => settings.BuyingCycleDays ?? (int)Math.Ceiling(means.TypicalGapDays);

    /// <param name="facts">Of one customer, up to today.</param>
    /// <param name="today">In the programme's zone.</param>
    public CustomerAssessment Assess(CustomerFacts facts, Day today)
    {
        if (facts.ObjectsToProfiling) return new CustomerAssessment { State = CustomerState.Objected };
        CustomerStatistics customer = facts.Statistics;
        if (customer.OrderDays == 0) return new CustomerAssessment { State = CustomerState.NoOrders };
        Day asOf = Day.Later(today, customer.LastDay);
        if (ShortWindow(customer, asOf) is { } why) return Without(CustomerState.NotEnoughData, facts, asOf, why);
        if (customer.OrderDays > 1) return Repeat(facts, asOf);
        return customer.SilentDays(asOf) <= FirstIntervalDays
            ? Without(CustomerState.New, facts, asOf, FirstInterval(customer, asOf))
            : Scored(facts, asOf) with
            {
                State = CustomerState.NoSecondOrder,
                Reasons = reasons.OfOneOrder(customer, Signals(facts, asOf), asOf),
            };
    }

    private CustomerAssessment Repeat(CustomerFacts facts, Day today)
    {
        CustomerStatistics customer = facts.Statistics;
        SignalShift signals = Signals(facts, today);
        OwnSeason? season = OwnSeason.Of(customer, settings.Season);
        RiskDates dates = DatesOf(facts, signals, season, today);
        IReadOnlyList<Reason> why = reasons.Of(customer, signals, today);
        bool isOffSeason = season is not null && today < season.JudgedFrom;
        bool isOverridden = facts.Override is { } word && today <= word.Until;
        CustomerState state = isOffSeason ? CustomerState.OffSeason
            : dates.ChurnedOn <= today ? CustomerState.Churned : CustomerState.Active;
        if (isOffSeason) why = With(OffSeason(season!), why);
        if (isOverridden) why = With(Overridden(facts.Override!), why);
        return Scored(facts, today) with
        {
            State = state,
            Level = state == CustomerState.Active ? dates.LevelOn(today) : RiskLevel.None,
            Dates = dates,
            Reasons = why,
            Season = season,
            IsOverridden = isOverridden,
        };
    }

    private RiskDates DatesOf(CustomerFacts facts, SignalShift signals, OwnSeason? season, Day today)
    {
        CustomerStatistics customer = facts.Statistics;
        RiskDates dates = scoring.DatesOf(customer, signals.LogOdds, facts.Before);
        if (settings.ChurnedAfterDays is { } days) dates = dates.ChurnedFrom(customer.LastDay.AddDays(days));
        if (season is not null) dates = dates.NotBefore(season.JudgedFrom);
        return facts.Override is { } word && today <= word.Until ? dates.NotBefore(word.Until.AddDays(1)) : dates;
    }

    private CustomerAssessment Scored(CustomerFacts facts, Day today)
    {
        CustomerStatistics customer = facts.Statistics;
        double shift = Signals(facts, today).LogOdds;
        double? probability = scoring.ProbabilityOf(customer, today, shift);
        double kept = probability is { } p && scoring.ProbabilityOf(customer, today, 0) is { } plain && plain > 0
            ? p / plain : 1;
        OrderOutlook soon = Kept(scoring.OutlookOf(customer, today, settings.Thresholds.HorizonDays), kept);
        OrderOutlook later = Kept(scoring.OutlookOf(customer, today, ValueDays(customer, today)), kept);
        decimal? typical = means.TypicalOrderValue;
        return Plain(facts, today) with
        {
            Source = scoring.Source,
            WhyRule = WhyRule,
            Probability = probability,
            Shown = probability is { } score ? run!.Shown(score) : null,
            ExpectedOrders = soon.ExpectedOrders,
            ExpectedValue = CustomerValue.Of(customer, soon, typical, null).Amount,
            Value = CustomerValue.Of(customer, later, typical, settings.Value.Margin),
        };
    }

    private static OrderOutlook Kept(OrderOutlook outlook, double share) =>
        outlook with { ExpectedOrders = outlook.ExpectedOrders * share };

    // No further ahead than the history reaches back.
    private int ValueDays(CustomerStatistics customer, Day today) =>
        Math.Max(settings.Thresholds.HorizonDays,
            Math.Min(settings.Value.HorizonDays, today.DaysSince(KnownSince(customer))));

    private static CustomerAssessment Plain(CustomerFacts facts, Day today) => new()
    {
        SilentDays = facts.Statistics.SilentDays(today),
        RhythmDays = facts.Statistics.MeanGapDays,
    };

    private static CustomerAssessment Without(CustomerState state, CustomerFacts facts, Day today, Reason why) =>
        Plain(facts, today) with { State = state, Reasons = new[] { why } };

    private SignalShift Signals(CustomerFacts facts, Day today) => new(facts.Signals, settings.Signals, today);

    private Day KnownSince(CustomerStatistics customer) =>
        settings.DataSince ?? run?.WindowStart ?? customer.FirstDay;

    // The own cycle where there is one, that of the others before.
    private Reason? ShortWindow(CustomerStatistics customer, Day today)
    {
        Day since = KnownSince(customer);
        if (settings.DataSince is null && run is null) return null;
        double cycle = customer.MeanGapDays ?? FirstIntervalDays;
        int known = today.DaysSince(since);
        return known >= cycle ? null : new Reason
        {
            Code = ReasonCode.ShortWindow, Value = known, SegmentMean = Math.Round((decimal)cycle, 2),
        };
    }

    private Reason FirstInterval(CustomerStatistics customer, Day today) => new()
    {
        Code = ReasonCode.FirstInterval, Value = customer.SilentDays(today), SegmentMean = FirstIntervalDays,
    };

    private static Reason OffSeason(OwnSeason season) => new()
    {
        Code = ReasonCode.Season,
        Effect = -1,
        FirstMonth = season.FirstMonth,
        LastMonth = season.LastMonth,
        On = season.JudgedFrom,
    };

    private static Reason Overridden(RiskOverride word) => new()
    {
        Code = ReasonCode.Overridden, Effect = -1, On = word.Until, Words = word.Because,
    };

    private static IReadOnlyList<Reason> With(Reason first, IReadOnlyList<Reason> others) =>
        new[] { first }.Concat(others.Take(ReasonList.Most - 1)).ToArray();
}
