using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Churn;

namespace CrmExtensions.Domain.Tests.Churn;

public sealed class ReasonTextTests
{
    private static readonly Wording English = new(TextLanguage.English), German = new(TextLanguage.German);

    private static readonly Reason Silence = new()
    {
        Code = ReasonCode.Silence, Effect = 1.5, Value = 94, OwnPast = 32, SegmentMean = 1234,
    };

    [Fact]
    [Trait("Rule", "C10")]
    public void Reasons_are_told_in_the_readers_language_with_value_own_past_and_segment_mean()
    {
        Assert.Equal("ordert alle 32 Tage, seit 94 Tagen still (Kunden im Mittel: seit 1.234 Tagen)",
            ReasonText.Of(Silence, German));
        Assert.Equal("orders every 32 days, silent for 94 days (customers on average: silent for 1,234)",
            ReasonText.Of(Silence, English));
        Assert.Equal("ordert alle 32 Tage, zuletzt vor 5 Tagen",
            ReasonText.Of(Silence with { Effect = -1, Value = 5, SegmentMean = null }, German));
        Reason often = new() { Code = ReasonCode.Frequency, Value = 5, OwnPast = 11.04m, SegmentMean = 4.16m };
        Assert.Equal("5 Käufe in 12 Monaten (davor: 11 im Jahr; Kunden im Mittel: 4,2)",
            ReasonText.Of(often, German));
        Assert.Equal("5 orders in 12 months (before: 11 a year; customers on average: 4.2)",
            ReasonText.Of(often, English));
    }

    [Theory]
    [InlineData(ReasonCode.OpenComplaints, 2, "two open complaints", "zwei offene Beschwerden")]
    [InlineData(ReasonCode.OpenComplaints, 1, "one open complaint", "eine offene Beschwerde")]
    [InlineData(ReasonCode.LowNps, 3, "NPS 3", "NPS 3")]
    [InlineData(ReasonCode.UnpaidInvoices, 14, "14 overdue invoices", "14 überfällige Rechnungen")]
    [InlineData(ReasonCode.Escalations, 1, "one escalated case", "eine eskalierte Anfrage")]
    [Trait("Rule", "C10")]
    public void Signals_are_counted_in_words(ReasonCode code, int count, string english, string german)
    {
        Reason reason = new() { Code = code, Value = count };

        Assert.Equal(english, ReasonText.Of(reason, English));
        Assert.Equal(german, ReasonText.Of(reason, German));
    }

    [Fact]
    [Trait("Rule", "C10")]
    public void At_most_four_reasons_are_chosen_and_one_of_each_direction_where_there_are_both()
    {
        Reason[] all = [.. Enumerable.Range(1, 6).Select(at => new Reason { Code = (ReasonCode)at, Effect = 7 - at })];
        all[5] = all[5] with { Effect = -0.1 };

        IReadOnlyList<Reason> chosen = ReasonList.Strongest(all);

        Assert.Equal([6.0, 5.0, 4.0, -0.1], chosen.Select(reason => reason.Effect));
        Assert.Equal(ReasonList.ToJson(chosen), ReasonList.ToJson(ReasonList.Parse(ReasonList.ToJson(chosen))!));
        Assert.Null(ReasonList.Parse("[{}]"));
    }

    [Fact]
    public void A_reason_is_stored_as_code_and_values() => Assert.Equal(
        "[{\"code\":0,\"effect\":1.500000,\"value\":94,\"past\":32,\"mean\":1234}]",
        ReasonList.ToJson([Silence]));

    [Fact]
    public void A_chance_is_a_range_with_its_sample_and_never_outside_of_what_was_tested()
    {
        CalibrationBin[] bins = [.. Enumerable.Range(0, 10).Select(bin => new CalibrationBin
        {
            From = bin / 10.0, Customers = bin is 2 or 3 ? 1638 : 3, Promised = 0.25, Ordered = 0.22,
        })];
        ShownProbability inside = ShownProbability.Of(0.24, bins)!, below = ShownProbability.Of(0.02, bins)!;

        Assert.Equal("Kaufchance in den nächsten 90 Tagen: 20–25\u00a0% (wie 1.638 Kunden im Rücktest)",
            new AssessmentText(new CustomerAssessment { Shown = inside }, German).Chance(90));
        Assert.Equal("chance of an order in the next 90 days: at most 25\u00a0% (as 1,638 customers of the back-test)",
            new AssessmentText(new CustomerAssessment { Shown = below }, English).Chance(90));
        Assert.Null(ShownProbability.Of(0.5, [new CalibrationBin { Customers = 29 }]));
    }

    [Fact]
    public void The_form_can_say_what_happens_if_nothing_is_ordered()
    {
        CustomerAssessment low = new()
        {
            State = CustomerState.Active,
            Level = RiskLevel.Low,
            Dates = RiskDates.None.ChurnedFrom(new Day(2026, 3, 14)),
        };

        Assert.Equal("if nothing is ordered before 14 Mar 2026: high risk",
            new AssessmentText(low, English).Outlook(new Day(2026, 3, 1)));
        Assert.Equal("ohne Kauf vor dem 14.03.2026: hohes Risiko",
            new AssessmentText(low, German).Outlook(new Day(2026, 3, 1)));
        Assert.Equal("", new AssessmentText(low, German).Outlook(new Day(2026, 3, 14)));
    }
}
