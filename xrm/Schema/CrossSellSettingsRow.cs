using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

/// <summary>
/// At most one row, whose <see cref="Columns.Key"/> is "default"; where a column is empty its default holds.
/// </summary>
[EntityLogicalName(Table)]
internal sealed class CrossSellSettingsRow : Entity
{
    public const string Table = "crmx_crosssellsettings";

    public CrossSellSettingsRow()
        : base(Table)
    {
    }

    public string Name { get => this.Text(Columns.Name)!; set => this[Columns.Name] = value; }
    public string? Key { get => this.Text(Columns.Key); set => this[Columns.Key] = value; }
    public bool? IsPaused { get => this.Flag(Columns.IsPaused); set => this[Columns.IsPaused] = value; }
    public int? MinimumTogether
    {
        get => this.Whole(Columns.MinimumTogether);
        set => this[Columns.MinimumTogether] = value;
    }
    public int? WindowDays { get => this.Whole(Columns.WindowDays); set => this[Columns.WindowDays] = value; }
    public int? RejectionMonths
    {
        get => this.Whole(Columns.RejectionMonths);
        set => this[Columns.RejectionMonths] = value;
    }
    public int? CuratedPolicy
    {
        get => this.Number(Columns.CuratedPolicy);
        set => this[Columns.CuratedPolicy] = Choice.Of(value);
    }
    public string? SensitiveCategories
    {
        get => this.Text(Columns.SensitiveCategories);
        set => this[Columns.SensitiveCategories] = value;
    }
    public bool? SubsidiariesOwn
    {
        get => this.Flag(Columns.SubsidiariesOwn);
        set => this[Columns.SubsidiariesOwn] = value;
    }
    public int? MarginWeight { get => this.Whole(Columns.MarginWeight); set => this[Columns.MarginWeight] = value; }
    public int? PriceWeight { get => this.Whole(Columns.PriceWeight); set => this[Columns.PriceWeight] = value; }
    public int? StockWeight { get => this.Whole(Columns.StockWeight); set => this[Columns.StockWeight] = value; }
    public int? PriorityWeight
    {
        get => this.Whole(Columns.PriorityWeight);
        set => this[Columns.PriorityWeight] = value;
    }
    public int? ProposalTogether
    {
        get => this.Whole(Columns.ProposalTogether);
        set => this[Columns.ProposalTogether] = value;
    }
    public decimal? ProposalLift
    {
        get => this.Amount(Columns.ProposalLift);
        set => this[Columns.ProposalLift] = value;
    }
    public int? Verdict { get => this.Number(Columns.Verdict); set => this[Columns.Verdict] = Choice.Of(value); }
    public decimal? HitRate { get => this.Amount(Columns.HitRate); set => this[Columns.HitRate] = value; }
    public decimal? BaselineHitRate
    {
        get => this.Amount(Columns.BaselineHitRate);
        set => this[Columns.BaselineHitRate] = value;
    }
    public DateTime? TestedOn { get => this.Moment(Columns.TestedOn); set => this[Columns.TestedOn] = value; }
    public int? Baskets { get => this.Whole(Columns.Baskets); set => this[Columns.Baskets] = value; }
    public int? CompanyBaskets
    {
        get => this.Whole(Columns.CompanyBaskets);
        set => this[Columns.CompanyBaskets] = value;
    }
    public int? PersonBaskets
    {
        get => this.Whole(Columns.PersonBaskets);
        set => this[Columns.PersonBaskets] = value;
    }
    public int? WindowBaskets
    {
        get => this.Whole(Columns.WindowBaskets);
        set => this[Columns.WindowBaskets] = value;
    }
    public DateTime? CountedFrom
    {
        get => this.Moment(Columns.CountedFrom);
        set => this[Columns.CountedFrom] = value;
    }
    public DateTime? CountedTo { get => this.Moment(Columns.CountedTo); set => this[Columns.CountedTo] = value; }
    public string? TopSellers { get => this.Text(Columns.TopSellers); set => this[Columns.TopSellers] = value; }

    public static class Columns
    {
        public const string Id = "crmx_crosssellsettingsid", Name = "crmx_name", Key = "crmx_key";
        public const string IsPaused = "crmx_ispaused", MinimumTogether = "crmx_minimumtogether";
        public const string WindowDays = "crmx_windowdays", RejectionMonths = "crmx_rejectionmonths";
        public const string CuratedPolicy = "crmx_curatedpolicy", SensitiveCategories = "crmx_sensitivecategories";
        public const string SubsidiariesOwn = "crmx_subsidiariesown", MarginWeight = "crmx_marginweight";
        public const string PriceWeight = "crmx_priceweight", StockWeight = "crmx_stockweight";
        public const string PriorityWeight = "crmx_priorityweight", ProposalTogether = "crmx_proposaltogether";
        public const string ProposalLift = "crmx_proposallift", Verdict = "crmx_verdict", HitRate = "crmx_hitrate";
        public const string BaselineHitRate = "crmx_baselinehitrate", TestedOn = "crmx_testedon";
        public const string Baskets = "crmx_baskets", CompanyBaskets = "crmx_companybaskets";
        public const string PersonBaskets = "crmx_personbaskets", WindowBaskets = "crmx_windowbaskets";
        public const string CountedFrom = "crmx_countedfrom", CountedTo = "crmx_countedto";
        public const string TopSellers = "crmx_topsellers";
    }
}
