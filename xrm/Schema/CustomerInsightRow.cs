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
    public EntityReference? CustomerId
    {
        get => this.Link(Columns.CustomerId);
        set => this[Columns.CustomerId] = value;
    }
    public int? OrdersCounted { get => this.Whole(Columns.OrdersCounted); set => this[Columns.OrdersCounted] = value; }
    public DateTime? FirstOrderOn
    {
        get => this.Moment(Columns.FirstOrderOn);
        set => this[Columns.FirstOrderOn] = value;
    }
    public decimal? FirstOrderAmount
    {
        get => this.Amount(Columns.FirstOrderAmount);
        set => this[Columns.FirstOrderAmount] = value;
    }
    public DateTime? LastOrderOn { get => this.Moment(Columns.LastOrderOn); set => this[Columns.LastOrderOn] = value; }
    public decimal? LastOrderAmount
    {
        get => this.Amount(Columns.LastOrderAmount);
        set => this[Columns.LastOrderAmount] = value;
    }
    public decimal? TotalSpend { get => this.Amount(Columns.TotalSpend); set => this[Columns.TotalSpend] = value; }
    public decimal? MeanDaysBetweenOrders
    {
        get => this.Amount(Columns.MeanDaysBetweenOrders);
        set => this[Columns.MeanDaysBetweenOrders] = value;
    }
    public decimal? OrderProbability
    {
        get => this.Amount(Columns.OrderProbability);
        set => this[Columns.OrderProbability] = value;
    }
    public int? RiskLevel { get => this.Number(Columns.RiskLevel); set => this[Columns.RiskLevel] = Choice.Of(value); }
    public int? RiskState { get => this.Number(Columns.RiskState); set => this[Columns.RiskState] = Choice.Of(value); }
    public int? RiskBasis { get => this.Number(Columns.RiskBasis); set => this[Columns.RiskBasis] = Choice.Of(value); }
    public DateTime? MediumRiskOn
    {
        get => this.Moment(Columns.MediumRiskOn);
        set => this[Columns.MediumRiskOn] = value;
    }
    public DateTime? HighRiskOn { get => this.Moment(Columns.HighRiskOn); set => this[Columns.HighRiskOn] = value; }
    public DateTime? ChurnedOn { get => this.Moment(Columns.ChurnedOn); set => this[Columns.ChurnedOn] = value; }
    public decimal? ExpectedValue
    {
        get => this.Amount(Columns.ExpectedValue);
        set => this[Columns.ExpectedValue] = value;
    }
    public int? RfmSegment
    {
        get => this.Number(Columns.RfmSegment);
        set => this[Columns.RfmSegment] = Choice.Of(value);
    }
    public string? RfmScore { get => this.Text(Columns.RfmScore); set => this[Columns.RfmScore] = value; }
    public string? ValueSegment { get => this.Text(Columns.ValueSegment); set => this[Columns.ValueSegment] = value; }
    public int? OrderDays { get => this.Whole(Columns.OrderDays); set => this[Columns.OrderDays] = value; }
    public string? History { get => this.Text(Columns.History); set => this[Columns.History] = value; }
    public decimal? Returns { get => this.Amount(Columns.Returns); set => this[Columns.Returns] = value; }
    public DateTime? RefreshedOn { get => this.Moment(Columns.RefreshedOn); set => this[Columns.RefreshedOn] = value; }
    public DateTime? NextMoveOn { get => this.Moment(Columns.NextMoveOn); set => this[Columns.NextMoveOn] = value; }
    public decimal? ExpectedOrders
    {
        get => this.Amount(Columns.ExpectedOrders);
        set => this[Columns.ExpectedOrders] = value;
    }
    public int? SampleSize { get => this.Whole(Columns.SampleSize); set => this[Columns.SampleSize] = value; }
    public EntityReference? ModelRunId
    {
        get => this.Link(Columns.ModelRunId);
        set => this[Columns.ModelRunId] = value;
    }
    public int? SettingsVersion
    {
        get => this.Whole(Columns.SettingsVersion);
        set => this[Columns.SettingsVersion] = value;
    }
    public string? Signals { get => this.Text(Columns.Signals); set => this[Columns.Signals] = value; }
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
    }
}
