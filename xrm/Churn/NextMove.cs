using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Churn;

namespace CrmExtensions.Xrm.Churn;

/// <summary>
/// The next day on which an assessment would come out differently though nothing happens: a job finds it by this one
/// date.
/// </summary>
internal static class NextMove
{
    /// <param name="assessment">Of today.</param>
    /// <param name="facts">By which it was made.</param>
    /// <param name="context">The day and what else it rests on.</param>
    /// <param name="overdueOn">When a signal comes by itself.</param>
    public static Day? Of(
        CustomerAssessment assessment, CustomerFacts facts, AssessmentContext context, Day? overdueOn)
    {
        IEnumerable<Day> days = Days(assessment, facts, context);
        if (overdueOn is { } overdue) days = days.Concat(new[] { overdue });
        return days.Where(day => day > context.Today).Select(day => (Day?)day).Min();
    }

    private static IEnumerable<Day> Days(
        CustomerAssessment assessment, CustomerFacts facts, AssessmentContext context)
    {
        if (facts.Signals.NpsOn is { } answered)
            yield return answered.AddDays(context.Settings.Churn.Signals.NpsDays + 1);
        if (assessment.Dates.MediumOn is { } medium) yield return medium;
        if (assessment.Dates.HighOn is { } high) yield return high;
        if (assessment.Dates.ChurnedOn is { } churned) yield return churned;
        if (assessment.Season is { } season) yield return season.JudgedFrom;
        if (facts.Override is { } word) yield return word.Until.AddDays(1);
        if (assessment.State == CustomerState.New)
            yield return facts.Statistics.LastDay.AddDays(context.Assessor.FirstIntervalDays + 1);
        if (assessment.State != CustomerState.NotEnoughData) yield break;
        Reason? unknown = assessment.Reasons.FirstOrDefault(reason => reason.Code == ReasonCode.ShortWindow);
        if (unknown is { SegmentMean: { } cycle, Value: { } known })
            yield return context.Today.AddDays(Math.Max(1, (int)Math.Ceiling(cycle - known)));
    }
}
