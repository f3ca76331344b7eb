using System.Collections.Generic;
using CrmExtensions.Domain.Churn;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Churn;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;
using C = CrmExtensions.Xrm.Schema.InsightSettingsRow.Columns;

namespace CrmExtensions.Plugins.Churn;

/// <summary>Settings that do not fit together are not saved; those that are saved get the next version.</summary>
[Step(Message.Create, InsightSettingsRow.Table, Stage.PreOperation,
    Description = "Settings of assessments have to fit together.")]
[Step(Message.Update, InsightSettingsRow.Table, Stage.PreOperation,
    OnChangeOf = new[]
    {
        C.Key, C.IsPaused, C.HorizonDays, C.MediumThreshold, C.HighThreshold, C.ChurnedThreshold, C.Hysteresis,
        C.ChurnedAfterDays, C.DataSince, C.BuyingCycleDays, C.RuleMedium, C.RuleHigh, C.RuleChurned,
        C.ShortestRhythmDays, C.RhythmEarliest, C.RhythmLatest, C.IgnoreSeasons, C.SeasonMonths, C.SeasonOrderDays,
        C.SeasonGraceDays, C.CaseWeight, C.EscalationWeight, C.ComplaintWeight, C.LowNpsWeight, C.HighNpsWeight,
        C.NpsDays, C.InvoiceWeight, C.SignalBound, C.SuccessDays, C.OfferShare, C.MostOffer, C.UntreatedPercent,
        C.CategoryDays, C.CategoryShare, C.RevenueA, C.RevenueB, C.PotentialA, C.PotentialB, C.ActivityDaysA,
        C.ActivityDaysB, C.ValueDays, C.Margin, C.RuleRetention, C.RfmThresholds,
    },
    PreImage = new[]
    {
        C.Key, C.IsPaused, C.HorizonDays, C.MediumThreshold, C.HighThreshold, C.ChurnedThreshold, C.Hysteresis,
        C.ChurnedAfterDays, C.DataSince, C.BuyingCycleDays, C.RuleMedium, C.RuleHigh, C.RuleChurned,
        C.ShortestRhythmDays, C.RhythmEarliest, C.RhythmLatest, C.IgnoreSeasons, C.SeasonMonths, C.SeasonOrderDays,
        C.SeasonGraceDays, C.CaseWeight, C.EscalationWeight, C.ComplaintWeight, C.LowNpsWeight, C.HighNpsWeight,
        C.NpsDays, C.InvoiceWeight, C.SignalBound, C.SuccessDays, C.OfferShare, C.MostOffer, C.UntreatedPercent,
        C.CategoryDays, C.CategoryShare, C.RevenueA, C.RevenueB, C.PotentialA, C.PotentialB, C.ActivityDaysA,
        C.ActivityDaysB, C.ValueDays, C.Margin, C.RuleRetention, C.RfmThresholds, C.Version,
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
            target[C.Key] = InsightSettingsReader.DefaultKey;
        target[C.Version] = (saved.Version ?? 0) + 1;
        target[C.IsDirty] = true;
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
