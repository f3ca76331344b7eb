using System;
using System.Collections.Generic;
using CrmExtensions.Domain.Churn;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Churn;

/// <summary>
/// An assessment as columns, rounded as they are stored. Accounts, contacts and assessments have columns of the same
/// names.
/// </summary>
internal static class ShownValues
{
    private const int AmountDecimals = 4, DayDecimals = 1;

    /// <summary>Statistics and level; of a customer who objects to profiling nothing but the state.</summary>
    public static IDictionary<string, object?> Of(
        CustomerAssessment assessment, OrderHistory history, AssessmentContext context)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (string column in CustomerRisk.Shown()) values[column] = null;
        values[CustomerRisk.Columns.RiskState] = Choice.Of((int)assessment.State);
        if (assessment.State == CustomerState.Objected) return values;
        CustomerStatistics statistics = history.Until(context.Today);
        Count(values, statistics, history.Orders);
        Group(values, statistics, assessment, context);
        values[CustomerRisk.Columns.RiskLevel] = LevelOf(assessment.Level);
        values[CustomerRisk.Columns.RiskBasis] = Choice.Of((int)assessment.Source);
        values[CustomerRisk.Columns.OrderProbability] = ProbabilityOf(assessment);
        values[CustomerRisk.Columns.MediumRiskOn] = assessment.Dates.MediumOn?.Midnight;
        values[CustomerRisk.Columns.HighRiskOn] = assessment.Dates.HighOn?.Midnight;
        values[CustomerRisk.Columns.ChurnedOn] = assessment.Dates.ChurnedOn?.Midnight;
        values[CustomerRisk.Columns.ExpectedValue] = Amount(assessment.Value?.Amount);
        return values;
    }

    /// <summary>Nothing where no level is said, so that lists of levels hold only those who have one.</summary>
    public static OptionSetValue? LevelOf(RiskLevel level) => level == RiskLevel.None ? null : Choice.Of((int)level);

    /// <summary>Only within the range that the back-test covers.</summary>
    public static decimal? ProbabilityOf(CustomerAssessment assessment) =>
        assessment is { Probability: { } probability, Shown: { Bound: ShownBound.Within } }
            ? Math.Round((decimal)probability, AmountDecimals)
            : null;

    public static decimal? Amount(decimal? value) =>
        value is { } amount ? Math.Round(amount, AmountDecimals) : null;

    private static void Group(
        IDictionary<string, object?> values,
        CustomerStatistics statistics,
        CustomerAssessment assessment,
        AssessmentContext context)
    {
        if (RfmMeasures.Of(statistics, context.Today) is not { } measures) return;
        RfmScore score = context.Rfm.ScoreOf(measures);
        values[CustomerRisk.Columns.RfmSegment] = Choice.Of((int)score.Segment);
        values[CustomerRisk.Columns.RfmScore] = score.Code;
        values[CustomerRisk.Columns.ValueSegment] =
            context.Settings.Segments.SegmentOf(measures, assessment.Value).Code;
    }

    private static void Count(IDictionary<string, object?> values, CustomerStatistics statistics, int orders)
    {
        values[CustomerRisk.Columns.OrdersCounted] = orders;
        values[CustomerRisk.Columns.TotalSpend] = Amount(statistics.Value);
        if (statistics.OrderDays == 0) return;
        values[CustomerRisk.Columns.FirstOrderOn] = statistics.FirstDay.Midnight;
        values[CustomerRisk.Columns.FirstOrderAmount] = Amount(statistics.FirstValue);
        values[CustomerRisk.Columns.LastOrderOn] = statistics.LastDay.Midnight;
        values[CustomerRisk.Columns.LastOrderAmount] = Amount(statistics.LastValue);
        values[CustomerRisk.Columns.MeanDaysBetweenOrders] = statistics.MeanGapDays is { } days
            ? Math.Round((decimal)days, DayDecimals)
            : null;
    }
}
