using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

/// <summary>
/// <see cref="Columns.Key"/> is <c>{customer:N}-{table}</c>; the lookup moves when customers are merged.
/// </summary>
[EntityLogicalName(Table)]
internal sealed class CustomerInsightRow : Entity
{
    public const string Table = "crmx_customerinsight";

    public CustomerInsightRow()
        : base(Table)
    {
    }

    public string Name { get => this.Text(Columns.Name)!; set => this[Columns.Name] = value; }
    public string? Key { get => this.Text(Columns.Key); set => this[Columns.Key] = value; }
    public EntityReference? CustomerId => this.Link(Columns.CustomerId);
    public int? OrdersCounted { get => this.Whole(Columns.OrdersCounted); set => this[Columns.OrdersCounted] = value; }
    public DateTime? FirstOrderOn => this.Moment(Columns.FirstOrderOn);
    public decimal? FirstOrderAmount => this.Amount(Columns.FirstOrderAmount);
    public DateTime? LastOrderOn { get => this.Moment(Columns.LastOrderOn); set => this[Columns.LastOrderOn] = value; }
    public decimal? LastOrderAmount => this.Amount(Columns.LastOrderAmount);
    public decimal? TotalSpend { get => this.Amount(Columns.TotalSpend); set => this[Columns.TotalSpend] = value; }
    public decimal? MeanDaysBetweenOrders => this.Amount(Columns.MeanDaysBetweenOrders);
    public decimal? OrderProbability => this.Amount(Columns.OrderProbability);
    public int? RiskLevel { get => this.Number(Columns.RiskLevel); set => this[Columns.RiskLevel] = Choice.Of(value); }
    public int? RiskState { get => this.Number(Columns.RiskState); set => this[Columns.RiskState] = Choice.Of(value); }
    public int? RiskBasis { get => this.Number(Columns.RiskBasis); set => this[Columns.RiskBasis] = Choice.Of(value); }
    public DateTime? MediumRiskOn => this.Moment(Columns.MediumRiskOn);
    public DateTime? HighRiskOn { get => this.Moment(Columns.HighRiskOn); set => this[Columns.HighRiskOn] = value; }
    public DateTime? ChurnedOn { get => this.Moment(Columns.ChurnedOn); set => this[Columns.ChurnedOn] = value; }
    public decimal? ExpectedValue => this.Amount(Columns.ExpectedValue);
    public int? RfmSegment => this.Number(Columns.RfmSegment);
    public string? RfmScore { get => this.Text(Columns.RfmScore); set => this[Columns.RfmScore] = value; }
    public string? ValueSegment { get => this.Text(Columns.ValueSegment); set => this[Columns.ValueSegment] = value; }
    public int? OrderDays { get => this.Whole(Columns.OrderDays); set => this[Columns.OrderDays] = value; }
    public string? History { get => this.Text(Columns.History); set => this[Columns.History] = value; }
    public decimal? Returns { get => this.Amount(Columns.Returns); set => this[Columns.Returns] = value; }
    public DateTime? RefreshedOn { get => this.Moment(Columns.RefreshedOn); set => this[Columns.RefreshedOn] = value; }
    public DateTime? NextMoveOn { get => this.Moment(Columns.NextMoveOn); set => this[Columns.NextMoveOn] = value; }
    public decimal? ExpectedOrders => this.Amount(Columns.ExpectedOrders);
    public int? SampleSize { get => this.Whole(Columns.SampleSize); set => this[Columns.SampleSize] = value; }
    public EntityReference? ModelRunId => this.Link(Columns.ModelRunId);
    public int? SettingsVersion => this.Whole(Columns.SettingsVersion);
    public string? Signals { get => this.Text(Columns.Signals); set => this[Columns.Signals] = value; }
    public string? CountedOrder => this.Text(Columns.CountedOrder);
    public string? Reasons { get => this.Text(Columns.Reasons); set => this[Columns.Reasons] = value; }

    public static class Columns
    {
        public const string Id = "crmx_customerinsightid", State = "statecode", Owner = "ownerid", Name = "crmx_name";
        public const string Key = "crmx_key", CustomerId = "crmx_customerid", OrdersCounted = "crmx_orderscounted";
        public const string FirstOrderOn = "crmx_firstorderon", FirstOrderAmount = "crmx_firstorderamount";
        public const string LastOrderOn = "crmx_lastorderon", LastOrderAmount = "crmx_lastorderamount";
        public const string TotalSpend = "crmx_totalspend", MeanDaysBetweenOrders = "crmx_meandaysbetweenorders";
        public const string OrderProbability = "crmx_orderprobability", RiskLevel = "crmx_risklevel";
        public const string RiskState = "crmx_riskstate", RiskBasis = "crmx_riskbasis";
        public const string MediumRiskOn = "crmx_mediumriskon", HighRiskOn = "crmx_highriskon";
        public const string ChurnedOn = "crmx_churnedon", ExpectedValue = "crmx_expectedvalue";
        public const string RfmSegment = "crmx_rfmsegment", RfmScore = "crmx_rfmscore";
        public const string ValueSegment = "crmx_valuesegment", OrderDays = "crmx_orderdays", History = "crmx_history";
        public const string Returns = "crmx_returns", RefreshedOn = "crmx_refreshedon", NextMoveOn = "crmx_nextmoveon";
        public const string ExpectedOrders = "crmx_expectedorders", SampleSize = "crmx_samplesize";
        public const string ModelRunId = "crmx_modelrunid", SettingsVersion = "crmx_settingsversion";
        public const string Signals = "crmx_signals", Reasons = "crmx_reasons";
        public const string CountedOrder = "crmx_countedorder";
    }
}
