using System.Linq;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Churn;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Churn;

/// <summary>
/// The settings of this environment. No row travels with the solution, so that no upgrade resets one: a missing row and
/// an empty column mean the defaults of the domain.
/// </summary>
internal sealed class InsightSettingsReader
{
    public const string DefaultKey = "default";

    private readonly IOrganizationService service;

    public InsightSettingsReader(IOrganizationService service) => this.service = service;

    public InsightSettings Read() => Of(ReadRow());

    /// <summary>Without columns where there is none.</summary>
    public InsightSettingsRow ReadRow()
    {
        var query = new QueryExpression(InsightSettingsRow.Table) { ColumnSet = new ColumnSet(true) };
        query.Criteria.AddCondition(InsightSettingsRow.Columns.Key, ConditionOperator.Equal, DefaultKey);
        Entity? row = service.RetrieveMultiple(query).Entities.FirstOrDefault();
        return row?.ToEntity<InsightSettingsRow>() ?? new InsightSettingsRow();
    }

    /// <summary>What was imported past our steps was not checked: settings that do not fit pause all.</summary>
    public static InsightSettings Of(InsightSettingsRow row)
    {
        InsightSettings read = Unchecked(row);
        return read.AreSound ? read : new InsightSettings { Version = read.Version, IsPaused = true };
    }

    public static InsightSettings Unchecked(InsightSettingsRow row) => new()
    {
        Churn = ChurnOf(row),
        WinBack = WinBackOf(row),
        Category = CategoryOf(row),
        Segments = SegmentsOf(row),
        Rfm = row.RfmThresholds is { } text ? RfmThresholds.Parse(text) : null,
        Version = row.Version ?? 0,
        IsPaused = row.IsPaused ?? false,
    };

    private static ChurnSettings ChurnOf(InsightSettingsRow row) => new()
    {
        Thresholds = ThresholdsOf(row),
        Rule = RuleOf(row),
        Signals = WeightsOf(row),
        Season = SeasonOf(row),
        Rhythm = RhythmOf(row),
        Value = ValueOf(row),
        DataSince = row.DataSince is { } since ? Day.Of(since) : null,
        BuyingCycleDays = row.BuyingCycleDays,
        ChurnedAfterDays = row.ChurnedAfterDays,
    };

    private static RiskThresholds ThresholdsOf(InsightSettingsRow row)
    {
        var defaults = new RiskThresholds();
        return new RiskThresholds
        {
            HorizonDays = row.HorizonDays ?? defaults.HorizonDays,
            Medium = Number(row.MediumThreshold, defaults.Medium),
            High = Number(row.HighThreshold, defaults.High),
            Churned = Number(row.ChurnedThreshold, defaults.Churned),
            Hysteresis = Number(row.Hysteresis, defaults.Hysteresis),
        };
    }

    private static RuleSettings RuleOf(InsightSettingsRow row)
    {
        var defaults = new RuleSettings();
        return new RuleSettings
        {
            Medium = Number(row.RuleMedium, defaults.Medium),
            High = Number(row.RuleHigh, defaults.High),
            Churned = Number(row.RuleChurned, defaults.Churned),
            ShortestRhythmDays = row.ShortestRhythmDays ?? defaults.ShortestRhythmDays,
        };
    }

    private static SignalWeights WeightsOf(InsightSettingsRow row)
    {
        var defaults = new SignalWeights();
        return new SignalWeights
        {
            HighPriorityCase = Number(row.CaseWeight, defaults.HighPriorityCase),
            Escalation = Number(row.EscalationWeight, defaults.Escalation),
            Complaint = Number(row.ComplaintWeight, defaults.Complaint),
            LowNps = Number(row.LowNpsWeight, defaults.LowNps),
            HighNps = Number(row.HighNpsWeight, defaults.HighNps),
            UnpaidInvoice = Number(row.InvoiceWeight, defaults.UnpaidInvoice),
            Bound = Number(row.SignalBound, defaults.Bound),
            NpsDays = row.NpsDays ?? defaults.NpsDays,
        };
    }

    private static RhythmSettings RhythmOf(InsightSettingsRow row)
    {
        var defaults = new RhythmSettings();
        return new RhythmSettings
        {
            Earliest = Number(row.RhythmEarliest, defaults.Earliest),
            LatestMedium = Number(row.RhythmLatest, defaults.LatestMedium),
        };
    }

    private static SeasonSettings SeasonOf(InsightSettingsRow row)
    {
        var defaults = new SeasonSettings();
        return new SeasonSettings
        {
            IsOn = row.IgnoreSeasons != true,
            LongestMonths = row.SeasonMonths ?? defaults.LongestMonths,
            FewestOrderDays = row.SeasonOrderDays ?? defaults.FewestOrderDays,
            GraceDays = row.SeasonGraceDays ?? defaults.GraceDays,
        };
    }

    private static ValueSettings ValueOf(InsightSettingsRow row)
    {
        var defaults = new ValueSettings();
        return new ValueSettings
        {
            HorizonDays = row.ValueDays ?? defaults.HorizonDays,
            Margin = row.Margin,
            RuleRetention = Number(row.RuleRetention, defaults.RuleRetention),
        };
    }

    private static WinBackSettings WinBackOf(InsightSettingsRow row)
    {
        var defaults = new WinBackSettings();
        return new WinBackSettings
        {
            OfferShare = row.OfferShare ?? defaults.OfferShare,
            MostOffer = row.MostOffer ?? defaults.MostOffer,
            SuccessDays = row.SuccessDays ?? defaults.SuccessDays,
            UntreatedPercent = row.UntreatedPercent ?? defaults.UntreatedPercent,
        };
    }

    private static CategorySettings CategoryOf(InsightSettingsRow row)
    {
        var defaults = new CategorySettings();
        return new CategorySettings
        {
            Days = row.CategoryDays ?? defaults.Days,
            SmallestShare = row.CategoryShare ?? defaults.SmallestShare,
        };
    }

    private static SegmentThresholds SegmentsOf(InsightSettingsRow row)
    {
        var defaults = new SegmentThresholds();
        return new SegmentThresholds
        {
            RevenueA = row.RevenueA ?? defaults.RevenueA,
            RevenueB = row.RevenueB ?? defaults.RevenueB,
            PotentialA = row.PotentialA ?? defaults.PotentialA,
            PotentialB = row.PotentialB ?? defaults.PotentialB,
            ActivityDaysA = row.ActivityDaysA ?? defaults.ActivityDaysA,
            ActivityDaysB = row.ActivityDaysB ?? defaults.ActivityDaysB,
        };
    }

    private static double Number(decimal? value, double otherwise) => value is { } number ? (double)number : otherwise;
}
