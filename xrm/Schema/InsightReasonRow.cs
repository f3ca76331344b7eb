using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

/// <summary><see cref="Columns.Key"/> is <c>{insight:N}-{rank}</c>.</summary>
[EntityLogicalName(Table)]
internal sealed class InsightReasonRow : Entity
{
    public const string Table = "crmx_insightreason";

    public InsightReasonRow()
        : base(Table)
    {
    }

    public string Name { get => this.Text(Columns.Name)!; set => this[Columns.Name] = value; }
    public string? Key { get => this.Text(Columns.Key); set => this[Columns.Key] = value; }
    public EntityReference InsightId { get => this.Link(Columns.InsightId)!; set => this[Columns.InsightId] = value; }
    public int? Rank { get => this.Whole(Columns.Rank); set => this[Columns.Rank] = value; }
    public string? Code { get => this.Text(Columns.Code); set => this[Columns.Code] = value; }
    public bool? RaisesRisk { get => this.Flag(Columns.RaisesRisk); set => this[Columns.RaisesRisk] = value; }
    public string? Value { get => this.Text(Columns.Value); set => this[Columns.Value] = value; }
    public string? OwnPast { get => this.Text(Columns.OwnPast); set => this[Columns.OwnPast] = value; }
    public string? SegmentMean { get => this.Text(Columns.SegmentMean); set => this[Columns.SegmentMean] = value; }

    public static class Columns
    {
        public const string Id = "crmx_insightreasonid", State = "statecode", Owner = "ownerid", Name = "crmx_name";
        public const string Key = "crmx_key", InsightId = "crmx_insightid", Rank = "crmx_rank", Code = "crmx_code";
        public const string RaisesRisk = "crmx_raisesrisk", Value = "crmx_value", OwnPast = "crmx_ownpast";
        public const string SegmentMean = "crmx_segmentmean";
    }
}
