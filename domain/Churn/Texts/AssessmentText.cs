using System;
using System.Globalization;

namespace CrmExtensions.Domain.Churn;

/// <summary>An assessment as sentences in the reader's language. "Likely lapsing", never "lost".</summary>
public sealed class AssessmentText
{
    private const double StepOfPercent = 0.05;

    private readonly CustomerAssessment assessment;
    private readonly Wording words;

    public AssessmentText(CustomerAssessment assessment, Wording words)
    {
        this.assessment = assessment;
        this.words = words;
    }

    /// <summary>The state, for an active customer the level.</summary>
    public string Standing => assessment.State switch
    {
        CustomerState.NoOrders => words.Either("no orders yet", "noch keine Käufe"),
        CustomerState.NotEnoughData => words.Either("not enough data", "zu wenig Daten"),
        CustomerState.New => words.Either("new customer", "Neukunde"),
        CustomerState.NoSecondOrder => words.Either("no second order yet", "noch kein zweiter Kauf"),
        CustomerState.OffSeason => words.Either("off season", "außerhalb der Saison"),
        CustomerState.Churned => words.Either("lapsed by definition", "laut Definition abgewandert"),
        CustomerState.Objected => words.Either("objects to profiling", "widerspricht dem Profiling"),
        _ => Level,
    };

    /// <summary>"Rule" with the reason for it, or "model".</summary>
    public string Source => assessment.Source switch
    {
        ScoreSource.None => "",
        ScoreSource.Model => words.Either("model", "Modell"),
        _ => words.Either("rule, because ", "Regel, denn ")
            + VerdictText.Of(assessment.WhyRule.GetValueOrDefault(), words),
    };

    /// <summary>
    /// The chance of an order as a range with its sample size, rounded outwards to 5 %; empty where the back-test
    /// covers nothing.
    /// </summary>
    public string Chance(int horizonDays)
    {
        if (assessment.Shown is not { } shown) return "";
        string range = shown.Bound switch
        {
            ShownBound.AtMost => words.Either("at most ", "höchstens ") + words.Percent(Up(shown.High)),
            ShownBound.AtLeast => words.Either("at least ", "mindestens ") + words.Percent(Down(shown.Low)),
            _ => (Down(shown.Low) * 100).ToString("0", CultureInfo.InvariantCulture) + "–"
                + words.Percent(Up(shown.High)),
        };
        return words.Either(
            $"chance of an order in the next {words.Days(horizonDays)}: {range} "
                + $"(as {words.Number(shown.Customers)} customers of the back-test)",
            $"Kaufchance in den nächsten {words.Days(horizonDays, "Tagen")}: {range} "
                + $"(wie {words.Number(shown.Customers)} Kunden im Rücktest)");
    }

    /// <summary>What changes if nothing is ordered, and when; empty where nothing will.</summary>
    public string Outlook(Day today)
    {
        RiskDates dates = assessment.Dates;
        if (assessment.State is not (CustomerState.Active or CustomerState.OffSeason)) return "";
        if (Next(dates.MediumOn, today) is { } medium && medium != dates.HighOn)
            return Until(medium, "medium risk", "mittleres Risiko");
        if (Next(dates.HighOn, today) is { } high) return Until(high, "high risk", "hohes Risiko");
        return Next(dates.ChurnedOn, today) is { } churned ? Until(churned, "lapsed", "abgewandert") : "";
    }

    private string Level => assessment.Level switch
    {
        RiskLevel.High => words.Either("likely lapsing (high risk)", "wandert vermutlich ab (hohes Risiko)"),
        RiskLevel.Medium => words.Either("may be lapsing (medium risk)", "wandert womöglich ab (mittleres Risiko)"),
        _ => words.Either("low risk", "geringes Risiko"),
    };

    private string Until(Day day, string english, string german) => words.Either(
        $"if nothing is ordered before {words.Date(day)}: {english}",
        $"ohne Kauf vor dem {words.Date(day)}: {german}");

    private static Day? Next(Day? day, Day today) => day > today ? day : null;

    private static double Up(double share) => Math.Min(1, Math.Ceiling((share / StepOfPercent) - 1e-9) * StepOfPercent);

    private static double Down(double share) => Math.Max(0, Math.Floor((share / StepOfPercent) + 1e-9) * StepOfPercent);
}
