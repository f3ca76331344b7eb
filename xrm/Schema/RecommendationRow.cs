using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

/// <summary><see cref="Columns.RequestKey"/> decides a request once; open rows have none.</summary>
[EntityLogicalName(Table)]
internal sealed class RecommendationRow : Entity
{
    public const string Table = "crmx_recommendation";

    public RecommendationRow()
        : base(Table)
    {
    }

    public string Name { get => this.Text(Columns.Name)!; set => this[Columns.Name] = value; }
    public string? RequestKey { get => this.Text(Columns.RequestKey); set => this[Columns.RequestKey] = value; }
    public EntityReference? CustomerId
    {
        get => this.Link(Columns.CustomerId);
        set => this[Columns.CustomerId] = value;
    }
    public EntityReference? ProductId { get => this.Link(Columns.ProductId); set => this[Columns.ProductId] = value; }
    public EntityReference? WithProductId
    {
        get => this.Link(Columns.WithProductId);
        set => this[Columns.WithProductId] = value;
    }
    public string? DocumentTable
    {
        get => this.Text(Columns.DocumentTable);
        set => this[Columns.DocumentTable] = value;
    }
    public string? DocumentId { get => this.Text(Columns.DocumentId); set => this[Columns.DocumentId] = value; }
    public string? LineId { get => this.Text(Columns.LineId); set => this[Columns.LineId] = value; }
    public int? List { get => this.Number(Columns.List); set => this[Columns.List] = Choice.Of(value); }
    public int? Rank { get => this.Whole(Columns.Rank); set => this[Columns.Rank] = value; }
    public decimal? Score { get => this.Amount(Columns.Score); set => this[Columns.Score] = value; }
    public int? Source { get => this.Number(Columns.Source); set => this[Columns.Source] = Choice.Of(value); }
    public int? Reason { get => this.Number(Columns.Reason); set => this[Columns.Reason] = Choice.Of(value); }
    public string? ReasonValues { get => this.Text(Columns.ReasonValues); set => this[Columns.ReasonValues] = value; }
    public int? State { get => this.Number(Columns.State); set => this[Columns.State] = Choice.Of(value); }
    public DateTime? RejectedUntil
    {
        get => this.Moment(Columns.RejectedUntil);
        set => this[Columns.RejectedUntil] = value;
    }
    public int? RejectReason
    {
        get => this.Number(Columns.RejectReason);
        set => this[Columns.RejectReason] = Choice.Of(value);
    }
    public DateTime? DecidedOn { get => this.Moment(Columns.DecidedOn); set => this[Columns.DecidedOn] = value; }
    public EntityReference? DecidedById
    {
        get => this.Link(Columns.DecidedById);
        set => this[Columns.DecidedById] = value;
    }

    public static class Columns
    {
        public const string Id = "crmx_recommendationid", Owner = "ownerid", Name = "crmx_name";
        public const string RequestKey = "crmx_requestkey", CustomerId = "crmx_customerid";
        public const string ProductId = "crmx_productid", WithProductId = "crmx_withproductid";
        public const string DocumentTable = "crmx_documenttable", DocumentId = "crmx_documentid";
        public const string LineId = "crmx_lineid", List = "crmx_list", Rank = "crmx_rank", Score = "crmx_score";
        public const string Source = "crmx_source", Reason = "crmx_reason", ReasonValues = "crmx_reasonvalues";
        public const string State = "crmx_state", RejectedUntil = "crmx_rejecteduntil";
        public const string RejectReason = "crmx_rejectreason", DecidedOn = "crmx_decidedon";
        public const string DecidedById = "crmx_decidedbyid";
    }
}
