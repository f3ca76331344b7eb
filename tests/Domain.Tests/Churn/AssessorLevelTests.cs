using System;
using System.Linq;
using CrmExtensions.Domain.Churn;
using FsCheck;
using FsCheck.Fluent;

namespace CrmExtensions.Domain.Tests.Churn;

/// <summary>Levels of active customers, by a model and by the rule.</summary>
public sealed class AssessorLevelTests
{
    private static readonly Assessor ByModel = new(AnyCustomer.Run(), new ChurnSettings());
    private static readonly Assessor ByRule = new(null, new ChurnSettings());

    [Theory]
    [InlineData(true), InlineData(false)]
    [Trait("Rule", "C01")]
    public void After_75_days_a_customer_of_every_30_is_flagged_and_one_of_every_180_is_not(bool byModel)
    {
        Assessor assessor = byModel ? ByModel : ByRule;
        CustomerStatistics often = AnyCustomer.Every(30, 13), seldom = AnyCustomer.Every(180, 4);

        RiskLevel ofOften = assessor.Assess(AnyCustomer.Facts(often), often.LastDay.AddDays(75)).Level;
        RiskLevel ofSeldom = assessor.Assess(AnyCustomer.Facts(seldom), seldom.LastDay.AddDays(75)).Level;

        Assert.True(ofOften >= RiskLevel.Medium, $"{ofOften}");
        Assert.Equal(RiskLevel.Low, ofSeldom);
    }

    [Fact]
    [Trait("Rule", "C14")]
    public void Without_a_model_the_rule_scores_and_says_that_it_is_one()
    {
        CustomerStatistics customer = AnyCustomer.Every(30, 10);

        CustomerAssessment ruled = ByRule.Assess(AnyCustomer.Facts(customer), customer.LastDay.AddDays(94));

        Assert.Equal(ScoreSource.Rule, ruled.Source);
        Assert.Equal(GateVerdict.NotTrained, ruled.WhyRule);
        Assert.Null(ruled.Probability);
        Assert.Equal(RiskLevel.High, ruled.Level);
        Assert.Equal("Regel, denn es ist noch kein Modell trainiert",
            new AssessmentText(ruled, new Wording(TextLanguage.German)).Source);
    }

    [Fact]
    [Trait("Rule", "C15")]
    public void A_refused_model_is_silent_and_the_reason_is_told()
    {
        CustomerStatistics customer = AnyCustomer.Every(30, 10);
        Assessor refused = new(AnyCustomer.Run(GateVerdict.NoBetterThanTimeRule), new ChurnSettings());

        CustomerAssessment ruled = refused.Assess(AnyCustomer.Facts(customer), customer.LastDay.AddDays(94));

        Assert.Equal(ScoreSource.Rule, ruled.Source);
        Assert.Equal("rule, because days since the last order rank better than the model",
            new AssessmentText(ruled, new Wording(TextLanguage.English)).Source);
    }

    [Fact]
    public void The_probability_falls_every_day_of_silence_and_the_level_never_does() =>
        Prop.ForAll(AnyCustomer.Histories().ToArbitrary(), customer =>
        {
            CustomerAssessment[] days = [.. Enumerable.Range(0, 60)
                .Select(step => ByModel.Assess(AnyCustomer.Facts(customer), customer.LastDay.AddDays(step * 7)))];
            bool falls = days.Zip(days.Skip(1), (one, next) => one.Probability is null || next.Probability is null
                || next.Probability < one.Probability).All(lower => lower);
            RiskLevel[] levels = [.. days.Where(day => day.State == CustomerState.Active).Select(day => day.Level)];
            return falls && levels.SequenceEqual(levels.OrderBy(level => level));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_level_is_what_the_dates_say_and_the_dates_are_in_order() =>
        Prop.ForAll(
            AnyCustomer.Histories().ToArbitrary(), Gen.Choose(0, 500).ToArbitrary(), (customer, silent) =>
            {
                Day today = customer.LastDay.AddDays(silent);
                CustomerAssessment now = ByModel.Assess(AnyCustomer.Facts(customer), today);
                RiskDates dates = now.Dates;
                bool inOrder = !(dates.MediumOn > dates.HighOn) && !(dates.HighOn > dates.ChurnedOn);
                return inOrder && (now.State != CustomerState.Active || now.Level == dates.LevelOn(today));
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_higher_threshold_never_gives_a_later_date() =>
        Prop.ForAll(
            AnyCustomer.Histories().ToArbitrary(), Gen.Choose(31, 60).ToArbitrary(), (customer, percent) =>
            {
                RiskModel model = new(AnyCustomer.Model, heedsRegularity: true);
                RiskThresholds low = new() { Medium = percent / 100.0 };
                RiskThresholds high = new() { Medium = (percent + 5) / 100.0 };
                Day? later = RiskDates.Of(model, customer, low).MediumOn;
                return !(RiskDates.Of(model, customer, high).MediumOn > (later ?? Day.Last));
            }).QuickCheckThrowOnFailure();

    [Fact]
    [Trait("Rule", "C11")]
    public void A_probability_that_swings_around_a_threshold_changes_the_level_once() =>
        Prop.ForAll(Gen.Choose(-99, 99).ListOf().ToArbitrary(), swings =>
        {
            RiskThresholds thresholds = new();
            RiskLevel level = RiskLevel.Low;
            int changes = 0;
            foreach (int swing in swings)
            {
                double probability = thresholds.High + (thresholds.Hysteresis / 2) + (swing * 0.0005);
                RiskLevel next = thresholds.LevelOf(probability, level);
                if (next != level) changes++;
                level = next;
            }

            return changes <= 1;
        }).QuickCheckThrowOnFailure();

    [Fact]
    [Trait("Rule", "C11")]
    public void A_level_goes_on_at_its_threshold_and_off_only_above_the_hysteresis()
    {
        RiskThresholds thresholds = new();

        Assert.Equal(RiskLevel.High, thresholds.LevelOf(0.299, RiskLevel.Low));
        Assert.Equal(RiskLevel.Medium, thresholds.LevelOf(0.30, RiskLevel.Low));
        Assert.Equal(RiskLevel.High, thresholds.LevelOf(0.399, RiskLevel.High));
        Assert.Equal(RiskLevel.Medium, thresholds.LevelOf(0.401, RiskLevel.High));
        Assert.Equal(RiskLevel.Medium, thresholds.LevelOf(0.599, RiskLevel.Medium));
        Assert.Equal(RiskLevel.Low, thresholds.LevelOf(0.601, RiskLevel.High));
    }

    [Fact]
    [Trait("Rule", "C16")]
    public void Signals_raise_the_risk_within_their_bound_and_appear_as_reasons()
    {
        CustomerStatistics customer = AnyCustomer.Every(30, 10);
        Day today = customer.LastDay.AddDays(20);
        CustomerSignals some = new() { Escalations = 1, Nps = 3, UnpaidInvoices = 2 };
        CustomerSignals all = some with { Escalations = 9, HighPriorityCases = 9, OpenComplaints = 9 };

        CustomerAssessment calm = ByModel.Assess(AnyCustomer.Facts(customer), today);
        CustomerAssessment warned = ByModel.Assess(AnyCustomer.Facts(customer) with { Signals = some }, today);
        CustomerAssessment worst = ByModel.Assess(AnyCustomer.Facts(customer) with { Signals = all }, today);

        Assert.Equal(-1.2, Odds(warned) - Odds(calm), 1e-9);
        Assert.Equal(-1.5, Odds(worst) - Odds(calm), 1e-9);
        Assert.True(warned.Dates.HighOn < calm.Dates.HighOn);
        Assert.Contains(warned.Reasons, reason => reason is { Code: ReasonCode.LowNps, Value: 3, RaisesRisk: true });
        Assert.True(warned.Reasons.Single(reason => reason.Code == ReasonCode.Escalations).Effect > 0.39);

        static double Odds(CustomerAssessment assessed) =>
            Math.Log(assessed.Probability!.Value / (1 - assessed.Probability.Value));
    }

    [Fact]
    [Trait("Rule", "C25")]
    public void Not_at_risk_because_somebody_says_so_ends_on_its_day()
    {
        CustomerStatistics customer = AnyCustomer.Every(30, 10);
        Day today = customer.LastDay.AddDays(94);
        CustomerFacts facts = AnyCustomer.Facts(customer) with
        {
            Override = new RiskOverride { Until = today.AddDays(10), Because = "Umbau bis Mai" },
        };

        CustomerAssessment now = ByRule.Assess(facts, today);

        Assert.True(now.IsOverridden);
        Assert.Equal(RiskLevel.Low, now.Level);
        Assert.Equal(today.AddDays(11), now.Dates.MediumOn);
        Assert.Equal("Umbau bis Mai", now.Reasons[0].Words);
        Assert.NotEqual(RiskLevel.Low, ByRule.Assess(facts, today.AddDays(11)).Level);
        OverrideTally tally = new OverrideTally().With(facts.Override, today, today.AddDays(5))
            .Plus(new OverrideTally().With(facts.Override, today, customer.LastDay));
        Assert.Equal(2, tally.Ended);
        Assert.Equal(1, tally.Confirmed);
    }
}
