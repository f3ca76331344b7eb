using System.Collections.Generic;
using CrmExtensions.Domain.Churn;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Churn;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Plugins.Churn;

/// <summary>Settings that do not fit together are not saved; those that are saved get the next version.</summary>
[Step(Message.Create, InsightSettingsRow.Table, Stage.PreOperation,
    Description = "Settings of assessments have to fit together.")]
[Step(Message.Update, InsightSettingsRow.Table, Stage.PreOperation,
    OnChangeOf = new[]
    {
        InsightSettingsRow.Columns.Key, InsightSettingsRow.Columns.IsPaused, InsightSettingsRow.Columns.HorizonDays,
        InsightSettingsRow.Columns.MediumThreshold, InsightSettingsRow.Columns.HighThreshold,
        InsightSettingsRow.Columns.ChurnedThreshold, InsightSettingsRow.Columns.Hysteresis,
        InsightSettingsRow.Columns.ChurnedAfterDays, InsightSettingsRow.Columns.DataSince,
        InsightSettingsRow.Columns.BuyingCycleDays, InsightSettingsRow.Columns.RuleMedium,
        InsightSettingsRow.Columns.RuleHigh, InsightSettingsRow.Columns.RuleChurned,
        InsightSettingsRow.Columns.ShortestRhythmDays, InsightSettingsRow.Columns.RhythmEarliest,
        InsightSettingsRow.Columns.RhythmLatest, InsightSettingsRow.Columns.IgnoreSeasons,
        InsightSettingsRow.Columns.SeasonMonths, InsightSettingsRow.Columns.SeasonOrderDays,
        InsightSettingsRow.Columns.SeasonGraceDays, InsightSettingsRow.Columns.CaseWeight,
        InsightSettingsRow.Columns.EscalationWeight, InsightSettingsRow.Columns.ComplaintWeight,
        InsightSettingsRow.Columns.LowNpsWeight, InsightSettingsRow.Columns.HighNpsWeight,
        InsightSettingsRow.Columns.NpsDays, InsightSettingsRow.Columns.InvoiceWeight,
        InsightSettingsRow.Columns.SignalBound, InsightSettingsRow.Columns.SuccessDays,
        InsightSettingsRow.Columns.OfferShare, InsightSettingsRow.Columns.MostOffer,
        InsightSettingsRow.Columns.UntreatedPercent, InsightSettingsRow.Columns.CategoryDays,
        InsightSettingsRow.Columns.CategoryShare, InsightSettingsRow.Columns.RevenueA,
        InsightSettingsRow.Columns.RevenueB, InsightSettingsRow.Columns.PotentialA,
        InsightSettingsRow.Columns.PotentialB, InsightSettingsRow.Columns.ActivityDaysA,
        InsightSettingsRow.Columns.ActivityDaysB, InsightSettingsRow.Columns.ValueDays,
        InsightSettingsRow.Columns.Margin, InsightSettingsRow.Columns.RuleRetention,
        InsightSettingsRow.Columns.RfmThresholds,
    },
    PreImage = new[]
    {
        InsightSettingsRow.Columns.Key, InsightSettingsRow.Columns.IsPaused, InsightSettingsRow.Columns.HorizonDays,
        InsightSettingsRow.Columns.MediumThreshold, InsightSettingsRow.Columns.HighThreshold,
        InsightSettingsRow.Columns.ChurnedThreshold, InsightSettingsRow.Columns.Hysteresis,
        InsightSettingsRow.Columns.ChurnedAfterDays, InsightSettingsRow.Columns.DataSince,
        InsightSettingsRow.Columns.BuyingCycleDays, InsightSettingsRow.Columns.RuleMedium,
        InsightSettingsRow.Columns.RuleHigh, InsightSettingsRow.Columns.RuleChurned,
        InsightSettingsRow.Columns.ShortestRhythmDays, InsightSettingsRow.Columns.RhythmEarliest,
        InsightSettingsRow.Columns.RhythmLatest, InsightSettingsRow.Columns.IgnoreSeasons,
        InsightSettingsRow.Columns.SeasonMonths, InsightSettingsRow.Columns.SeasonOrderDays,
        InsightSettingsRow.Columns.SeasonGraceDays, InsightSettingsRow.Columns.CaseWeight,
        InsightSettingsRow.Columns.EscalationWeight, InsightSettingsRow.Columns.ComplaintWeight,
        InsightSettingsRow.Columns.LowNpsWeight, InsightSettingsRow.Columns.HighNpsWeight,
        InsightSettingsRow.Columns.NpsDays, InsightSettingsRow.Columns.InvoiceWeight,
        InsightSettingsRow.Columns.SignalBound, InsightSettingsRow.Columns.SuccessDays,
        InsightSettingsRow.Columns.OfferShare, InsightSettingsRow.Columns.MostOffer,
        InsightSettingsRow.Columns.UntreatedPercent, InsightSettingsRow.Columns.CategoryDays,
        InsightSettingsRow.Columns.CategoryShare, InsightSettingsRow.Columns.RevenueA,
        InsightSettingsRow.Columns.RevenueB, InsightSettingsRow.Columns.PotentialA,
        InsightSettingsRow.Columns.PotentialB, InsightSettingsRow.Columns.ActivityDaysA,
        InsightSettingsRow.Columns.ActivityDaysB, InsightSettingsRow.Columns.ValueDays,
        InsightSettingsRow.Columns.Margin, InsightSettingsRow.Columns.RuleRetention,
        InsightSettingsRow.Columns.RfmThresholds,
        InsightSettingsRow.Columns.Version,
    },
    Description = "Changed settings of assessments have to fit together, and get the next version.")]
public sealed class KeepInsightSettingsSound : PluginBase
{
    protected override void Run(StepRun run)
    {
        var target = (Entity)run.Context.InputParameters["Target"];
        InsightSettingsRow saved = Saved(run, target);
        if (saved.RfmThresholds is { Length: > 0 } rfm && RfmThresholds.Parse(rfm) is null)
            throw new BusinessRuleException(UserText.RfmThresholdsAreUnreadable);
        if (!InsightSettingsReader.Unchecked(saved).AreSound)
            throw new BusinessRuleException(UserText.InsightSettingsDoNotFit);
        if (run.Context.MessageName == Message.Create && string.IsNullOrEmpty(saved.Key))
            target[InsightSettingsRow.Columns.Key] = InsightSettingsReader.DefaultKey;
        target[InsightSettingsRow.Columns.Version] = (saved.Version ?? 0) + 1;
        target[InsightSettingsRow.Columns.IsDirty] = true;
    }

    /// <summary>The row as it will be.</summary>
    private static InsightSettingsRow Saved(StepRun run, Entity target)
    {
        var row = new InsightSettingsRow();
        if (run.Context.MessageName == Message.Update) row.Attributes.AddRange(run.PreImage<Entity>().Attributes);
        foreach (KeyValuePair<string, object> column in target.Attributes) row[column.Key] = column.Value;
        return row;
    }
}
