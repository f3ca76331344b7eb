using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

/// <summary>An absent row means the defaults; an empty column means its default.</summary>
[EntityLogicalName(Table)]
internal sealed class InsightSettingsRow : Entity
{
    public const string Table = "crmx_insightsettings";

    public InsightSettingsRow()
        : base(Table)
    {
    }

    public string Name { get => this.Text(Columns.Name)!; set => this[Columns.Name] = value; }
    public string? Key { get => this.Text(Columns.Key); set => this[Columns.Key] = value; }
    public bool? IsPaused { get => this.Flag(Columns.IsPaused); set => this[Columns.IsPaused] = value; }
    public int? HorizonDays { get => this.Whole(Columns.HorizonDays); set => this[Columns.HorizonDays] = value; }
    public decimal? MediumThreshold => this.Amount(Columns.MediumThreshold);
    public decimal? HighThreshold => this.Amount(Columns.HighThreshold);
    public decimal? ChurnedThreshold => this.Amount(Columns.ChurnedThreshold);
    public decimal? Hysteresis { get => this.Amount(Columns.Hysteresis); set => this[Columns.Hysteresis] = value; }
    public int? ChurnedAfterDays => this.Whole(Columns.ChurnedAfterDays);
    public DateTime? DataSince { get => this.Moment(Columns.DataSince); set => this[Columns.DataSince] = value; }
    public int? BuyingCycleDays => this.Whole(Columns.BuyingCycleDays);
    public decimal? RuleMedium { get => this.Amount(Columns.RuleMedium); set => this[Columns.RuleMedium] = value; }
    public decimal? RuleHigh { get => this.Amount(Columns.RuleHigh); set => this[Columns.RuleHigh] = value; }
    public decimal? RuleChurned { get => this.Amount(Columns.RuleChurned); set => this[Columns.RuleChurned] = value; }
    public int? ShortestRhythmDays => this.Whole(Columns.ShortestRhythmDays);
    public decimal? RhythmEarliest => this.Amount(Columns.RhythmEarliest);
    public decimal? RhythmLatest => this.Amount(Columns.RhythmLatest);
    public bool? IgnoreSeasons { get => this.Flag(Columns.IgnoreSeasons); set => this[Columns.IgnoreSeasons] = value; }
    public int? SeasonMonths { get => this.Whole(Columns.SeasonMonths); set => this[Columns.SeasonMonths] = value; }
    public int? SeasonOrderDays => this.Whole(Columns.SeasonOrderDays);
    public int? SeasonGraceDays => this.Whole(Columns.SeasonGraceDays);
    public decimal? CaseWeight { get => this.Amount(Columns.CaseWeight); set => this[Columns.CaseWeight] = value; }
    public decimal? EscalationWeight => this.Amount(Columns.EscalationWeight);
    public decimal? ComplaintWeight => this.Amount(Columns.ComplaintWeight);
    public decimal? LowNpsWeight => this.Amount(Columns.LowNpsWeight);
    public decimal? HighNpsWeight => this.Amount(Columns.HighNpsWeight);
    public int? NpsDays { get => this.Whole(Columns.NpsDays); set => this[Columns.NpsDays] = value; }
    public decimal? InvoiceWeight => this.Amount(Columns.InvoiceWeight);
    public decimal? SignalBound { get => this.Amount(Columns.SignalBound); set => this[Columns.SignalBound] = value; }
    public int? SuccessDays { get => this.Whole(Columns.SuccessDays); set => this[Columns.SuccessDays] = value; }
    public decimal? OfferShare { get => this.Amount(Columns.OfferShare); set => this[Columns.OfferShare] = value; }
    public decimal? MostOffer { get => this.Amount(Columns.MostOffer); set => this[Columns.MostOffer] = value; }
    public int? UntreatedPercent => this.Whole(Columns.UntreatedPercent);
    public int? CategoryDays { get => this.Whole(Columns.CategoryDays); set => this[Columns.CategoryDays] = value; }
    public decimal? CategoryShare => this.Amount(Columns.CategoryShare);
    public decimal? RevenueA { get => this.Amount(Columns.RevenueA); set => this[Columns.RevenueA] = value; }
    public decimal? RevenueB { get => this.Amount(Columns.RevenueB); set => this[Columns.RevenueB] = value; }
    public decimal? PotentialA { get => this.Amount(Columns.PotentialA); set => this[Columns.PotentialA] = value; }
    public decimal? PotentialB { get => this.Amount(Columns.PotentialB); set => this[Columns.PotentialB] = value; }
    public int? ActivityDaysA { get => this.Whole(Columns.ActivityDaysA); set => this[Columns.ActivityDaysA] = value; }
    public int? ActivityDaysB { get => this.Whole(Columns.ActivityDaysB); set => this[Columns.ActivityDaysB] = value; }
    public int? ValueDays { get => this.Whole(Columns.ValueDays); set => this[Columns.ValueDays] = value; }
    public decimal? Margin { get => this.Amount(Columns.Margin); set => this[Columns.Margin] = value; }
    public decimal? RuleRetention => this.Amount(Columns.RuleRetention);
    public string? RfmThresholds => this.Text(Columns.RfmThresholds);
    public int? Version { get => this.Whole(Columns.Version); set => this[Columns.Version] = value; }
    public bool? IsDirty { get => this.Flag(Columns.IsDirty); set => this[Columns.IsDirty] = value; }

    public static class Columns
    {
        public const string Id = "crmx_insightsettingsid", State = "statecode", Name = "crmx_name", Key = "crmx_key";
        public const string IsPaused = "crmx_ispaused", HorizonDays = "crmx_horizondays";
        public const string MediumThreshold = "crmx_mediumthreshold", HighThreshold = "crmx_highthreshold";
        public const string ChurnedThreshold = "crmx_churnedthreshold", Hysteresis = "crmx_hysteresis";
        public const string ChurnedAfterDays = "crmx_churnedafterdays", DataSince = "crmx_datasince";
        public const string BuyingCycleDays = "crmx_buyingcycledays", RuleMedium = "crmx_rulemedium";
        public const string RuleHigh = "crmx_rulehigh", RuleChurned = "crmx_rulechurned";
        public const string ShortestRhythmDays = "crmx_shortestrhythmdays", RhythmEarliest = "crmx_rhythmearliest";
        public const string RhythmLatest = "crmx_rhythmlatest", IgnoreSeasons = "crmx_ignoreseasons";
        public const string SeasonMonths = "crmx_seasonmonths", SeasonOrderDays = "crmx_seasonorderdays";
        public const string SeasonGraceDays = "crmx_seasongracedays", CaseWeight = "crmx_caseweight";
        public const string EscalationWeight = "crmx_escalationweight", ComplaintWeight = "crmx_complaintweight";
        public const string LowNpsWeight = "crmx_lownpsweight", HighNpsWeight = "crmx_highnpsweight";
        public const string NpsDays = "crmx_npsdays", InvoiceWeight = "crmx_invoiceweight";
        public const string SignalBound = "crmx_signalbound", SuccessDays = "crmx_successdays";
        public const string OfferShare = "crmx_offershare", MostOffer = "crmx_mostoffer";
        public const string UntreatedPercent = "crmx_untreatedpercent", CategoryDays = "crmx_categorydays";
        public const string CategoryShare = "crmx_categoryshare", RevenueA = "crmx_revenuea";
        public const string RevenueB = "crmx_revenueb", PotentialA = "crmx_potentiala", PotentialB = "crmx_potentialb";
        public const string ActivityDaysA = "crmx_activitydaysa", ActivityDaysB = "crmx_activitydaysb";
        public const string ValueDays = "crmx_valuedays", Margin = "crmx_margin", RuleRetention = "crmx_ruleretention";
        public const string RfmThresholds = "crmx_rfmthresholds", Version = "crmx_version", IsDirty = "crmx_isdirty";
        public const string Organization = "organizationid";
    }
}
