using CrmExtensions.Domain.Churn;

namespace CrmExtensions.Domain.Tests.Churn;

/// <summary>States that have no level, and who is in them.</summary>
public sealed class AssessorStateTests
{
    private static readonly Assessor ByModel = new(AnyCustomer.Run(), new ChurnSettings());
    private static readonly Assessor ByRule = new(null, new ChurnSettings());

    [Fact]
    public void Who_never_ordered_has_no_score()
    {
        CustomerAssessment nobody = ByModel.Assess(new CustomerFacts(), AnyCustomer.Start);

        Assert.Equal(CustomerState.NoOrders, nobody.State);
        Assert.Null(nobody.Probability);
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    [Trait("Rule", "C02")]
    public void One_order_long_ago_is_a_segment_of_its_own_with_a_falling_chance_and_no_level(bool byModel)
    {
        Assessor assessor = byModel ? ByModel : ByRule;
        CustomerFacts once = AnyCustomer.Facts(AnyCustomer.Every(1, 1));

        CustomerAssessment soon = assessor.Assess(once, AnyCustomer.Start.AddDays(120));
        CustomerAssessment late = assessor.Assess(once, AnyCustomer.Start.AddDays(600));

        Assert.Equal(CustomerState.NoSecondOrder, soon.State);
        Assert.Equal(CustomerState.NoSecondOrder, late.State);
        Assert.Equal(RiskLevel.None, late.Level);
        Assert.Null(late.Dates.HighOn);
        Assert.InRange(late.Reasons.Count, 2, 4);
        if (!byModel) return;
        Assert.True(late.Probability < soon.Probability && soon.Probability < 0.6);
    }

    [Fact]
    [Trait("Rule", "C03")]
    public void Orders_known_for_less_than_a_buying_cycle_are_not_enough_data()
    {
        ChurnSettings settings = new() { DataSince = AnyCustomer.Start, BuyingCycleDays = 90 };
        Assessor assessor = new(null, settings);
        CustomerFacts once = AnyCustomer.Facts(AnyCustomer.Every(1, 1));

        CustomerAssessment early = assessor.Assess(once, AnyCustomer.Start.AddDays(89));

        Assert.Equal(CustomerState.NotEnoughData, early.State);
        Assert.Equal(RiskLevel.None, early.Level);
        Assert.Equal("orders are known for 89 days only, the buying cycle is 90 days",
            ReasonText.Of(early.Reasons[0], new Wording(TextLanguage.English)));
        Assert.NotEqual(CustomerState.NotEnoughData, assessor.Assess(once, AnyCustomer.Start.AddDays(91)).State);
    }

    [Fact]
    [Trait("Rule", "C04")]
    public void A_first_order_within_the_interval_of_others_is_new_and_never_at_risk()
    {
        CustomerStatistics once = CustomerStatistics.StartingWith(AnyCustomer.Start.AddDays(300), 10);

        CustomerAssessment last = ByModel.Assess(AnyCustomer.Facts(once), once.LastDay.AddDays(60));

        Assert.Equal(CustomerState.New, last.State);
        Assert.Equal(RiskLevel.None, last.Level);
        Assert.Equal(CustomerState.NoSecondOrder,
            ByModel.Assess(AnyCustomer.Facts(once), once.LastDay.AddDays(61)).State);
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    [Trait("Rule", "C06")]
    public void Silent_beyond_the_definition_of_churn_is_churned_and_out_of_the_ranking(bool byModel)
    {
        CustomerStatistics customer = AnyCustomer.Every(30, 10);
        Assessor assessor = new(
            byModel ? AnyCustomer.Run() : null, new ChurnSettings { ChurnedAfterDays = 200 });

        CustomerAssessment before = assessor.Assess(AnyCustomer.Facts(customer), customer.LastDay.AddDays(199));
        CustomerAssessment after = assessor.Assess(AnyCustomer.Facts(customer), customer.LastDay.AddDays(200));

        Assert.Equal(CustomerState.Active, before.State);
        Assert.Equal(CustomerState.Churned, after.State);
        Assert.Equal(RiskLevel.None, after.Level);
    }

    [Fact]
    [Trait("Rule", "C23")]
    public void Who_objects_to_profiling_has_no_score_no_flag_and_no_reason()
    {
        CustomerFacts facts = AnyCustomer.Facts(AnyCustomer.Every(30, 10)) with { ObjectsToProfiling = true };

        CustomerAssessment objected = ByModel.Assess(facts, AnyCustomer.Start.AddDays(700));

        Assert.Equal(new CustomerAssessment { State = CustomerState.Objected, Reasons = objected.Reasons }, objected);
        Assert.Empty(objected.Reasons);
    }

    [Fact]
    [Trait("Rule", "C05")]
    public void A_seasonal_customer_is_not_flagged_before_the_same_season_has_passed()
    {
        CustomerStatistics customer = CustomerStatistics.Empty
            .Then(new Day(2024, 11, 5), 100).Then(new Day(2024, 12, 10), 100)
            .Then(new Day(2025, 11, 8), 100).Then(new Day(2025, 12, 2), 100);

        CustomerAssessment summer = ByModel.Assess(AnyCustomer.Facts(customer), new Day(2026, 8, 1));
        CustomerAssessment missed = ByModel.Assess(AnyCustomer.Facts(customer), new Day(2027, 1, 15));

        Assert.Equal(CustomerState.OffSeason, summer.State);
        Assert.Equal(RiskLevel.None, summer.Level);
        Assert.Equal(new Day(2027, 1, 15), summer.Season!.JudgedFrom);
        Assert.True(summer.Dates.MediumOn >= summer.Season.JudgedFrom);
        Assert.NotEqual(CustomerState.OffSeason, missed.State);
        Assert.Equal("ordert jedes Jahr von November bis Dezember; wird ab 15.01.2027 beurteilt",
            ReasonText.Of(summer.Reasons[0], new Wording(TextLanguage.German)));
    }

    [Fact]
    public void Orders_all_over_the_year_or_in_one_year_only_are_no_season()
    {
        Assert.Null(OwnSeason.Of(AnyCustomer.Every(70, 12), new SeasonSettings()));
        Assert.Null(OwnSeason.Of(AnyCustomer.Every(20, 4), new SeasonSettings()));
    }
}
