using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

/// <summary>Read by the loyalty events and, as a signal, by the churn score.</summary>
[EntityLogicalName(Table)]
internal sealed class FeedbackRow : Entity
{
    public const string Table = "crmx_feedback";

    public FeedbackRow()
        : base(Table)
    {
    }

    public string Name { get => this.Text(Columns.Name)!; set => this[Columns.Name] = value; }
    public EntityReference? CustomerId
    {
        get => this.Link(Columns.CustomerId);
        set => this[Columns.CustomerId] = value;
    }
    public int Kind { get => this.Number(Columns.Kind) ?? 0; set => this[Columns.Kind] = Choice.Of(value); }
    public int? Score { get => this.Whole(Columns.Score); set => this[Columns.Score] = value; }
    public string? Comment { get => this.Text(Columns.Comment); set => this[Columns.Comment] = value; }
    public string? OrderId { get => this.Text(Columns.OrderId); set => this[Columns.OrderId] = value; }
    public string? OrderNumber { get => this.Text(Columns.OrderNumber); set => this[Columns.OrderNumber] = value; }
    public DateTime? ReceivedOn { get => this.Moment(Columns.ReceivedOn); set => this[Columns.ReceivedOn] = value; }
    public bool? Resolved { get => this.Flag(Columns.Resolved); set => this[Columns.Resolved] = value; }

    public static class Columns
    {
        public const string Id = "crmx_feedbackid", State = "statecode", Owner = "ownerid", Name = "crmx_name";
        public const string CustomerId = "crmx_customerid", Kind = "crmx_kind", Score = "crmx_score";
        public const string Comment = "crmx_comment", OrderId = "crmx_orderid", OrderNumber = "crmx_ordernumber";
        public const string ReceivedOn = "crmx_receivedon", Resolved = "crmx_resolved";
    }
}
