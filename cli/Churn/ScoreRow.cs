using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Serialization;
using CrmExtensions.Domain.Churn;

namespace CrmExtensions.Cli.Churn;

/// <summary>One customer of `crmx churn score`; figures are unrounded, days are ISO, amounts as in the file.</summary>
internal sealed class ScoreRow(string id, CustomerAssessment assessment, RfmScore rfm, Wording words)
{
    public string Customer => id;

    [JsonConverter(typeof(JsonStringEnumConverter<CustomerState>))]
    public CustomerState State => assessment.State;

    /// <summary>None unless the customer is active.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<RiskLevel>))]
    public RiskLevel Level => assessment.Level;

    [JsonConverter(typeof(JsonStringEnumConverter<ScoreSource>))]
    public ScoreSource Source => assessment.Source;

    /// <summary>Of an order within the horizon, to rank by; null under a rule and without a score.</summary>
    public double? Probability => assessment.Probability;

    /// <summary>What may be said of it to people.</summary>
    public ShownFigures? Shown => assessment.Shown is not { } shown
        ? null
        : new ShownFigures(shown.Low, shown.High, shown.Customers, shown.Bound.ToString());

    public double? ExpectedOrders => assessment.ExpectedOrders;

    public decimal? ExpectedValue => assessment.ExpectedValue;

    /// <summary>Over twelve months, or as far as the history reaches back.</summary>
    public ValueFigures? Value => assessment.Value is not { } value ? null : new ValueFigures(
        value.Amount, value.Low, value.High, value.OrderValue, value.AverageMonthly, value.Months, value.Retention,
        value.Confidence.ToString(), ValueText.Of(value, words));

    public string? MediumRiskOn => assessment.Dates.MediumOn?.ToString();

    public string? HighRiskOn => assessment.Dates.HighOn?.ToString();

    public string? ChurnedOn => assessment.Dates.ChurnedOn?.ToString();

    public int? SilentDays => assessment.SilentDays;

    public double? RhythmDays => assessment.RhythmDays;

    public string Rfm => rfm.Code;

    [JsonConverter(typeof(JsonStringEnumConverter<RfmSegment>))]
    public RfmSegment Segment => rfm.Segment;

    public IEnumerable<ReasonFigures> Reasons => assessment.Reasons.Select(reason => new ReasonFigures(
        reason.Code.ToString(), reason.RaisesRisk ? "up" : "down", reason.Effect, reason.Value, reason.OwnPast,
        reason.SegmentMean, reason.On?.ToString(), ReasonText.Of(reason, words)));

    /// <summary>State or level in the reader's language.</summary>
    public string Standing => new AssessmentText(assessment, words).Standing;

    internal sealed record ShownFigures(double Low, double High, int Customers, string Bound);

    internal sealed record ValueFigures(
        decimal Amount,
        decimal Low,
        decimal High,
        decimal OrderValue,
        decimal AverageMonthly,
        double Months,
        double Retention,
        string Confidence,
        string Text);

    /// <param name="Direction">up: raises the risk; down: lowers it.</param>
    /// <param name="Effect">Log-odds of no order.</param>
    internal sealed record ReasonFigures(
        string Code,
        string Direction,
        double Effect,
        decimal? Value,
        decimal? OwnPast,
        decimal? SegmentMean,
        string? On,
        string Text);
}
