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
    public bool? IsPaused => this.Flag(Columns.IsPaused);
    public int? MinimumTogether => this.Whole(Columns.MinimumTogether);
    public int? WindowDays => this.Whole(Columns.WindowDays);
    public int? RejectionMonths => this.Whole(Columns.RejectionMonths);
    public int? CuratedPolicy => this.Number(Columns.CuratedPolicy);
    public string? SensitiveCategories => this.Text(Columns.SensitiveCategories);
    public bool? SubsidiariesOwn => this.Flag(Columns.SubsidiariesOwn);
    public int? MarginWeight => this.Whole(Columns.MarginWeight);
    public int? PriceWeight => this.Whole(Columns.PriceWeight);
    public int? StockWeight => this.Whole(Columns.StockWeight);
    public int? PriorityWeight => this.Whole(Columns.PriorityWeight);
    public int? ProposalTogether => this.Whole(Columns.ProposalTogether);
    public decimal? ProposalLift => this.Amount(Columns.ProposalLift);
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
        public const string TopSellers = "crmx_topsellers", Organization = "organizationid";
    }
}
