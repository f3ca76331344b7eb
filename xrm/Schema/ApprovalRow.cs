using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

/// <summary><see cref="Columns.Payload"/> is canonical JSON, carried out unchanged when approved.</summary>
[EntityLogicalName(Table)]
internal sealed class ApprovalRow : Entity
{
    public const string Table = "crmx_approval";

    public ApprovalRow()
        : base(Table)
    {
    }

    public string Name { get => this.Text(Columns.Name)!; set => this[Columns.Name] = value; }
    public int Kind { get => this.Number(Columns.Kind) ?? 0; set => this[Columns.Kind] = Choice.Of(value); }
    public EntityReference? MemberId { get => this.Link(Columns.MemberId); set => this[Columns.MemberId] = value; }
    public int? Points { get => this.Whole(Columns.Points); set => this[Columns.Points] = value; }
    public string? Payload { get => this.Text(Columns.Payload); set => this[Columns.Payload] = value; }
    public string? RequestKey { get => this.Text(Columns.RequestKey); set => this[Columns.RequestKey] = value; }
    public EntityReference? RequestedById
    {
        get => this.Link(Columns.RequestedById);
        set => this[Columns.RequestedById] = value;
    }
    public DateTime? RequestedOn { get => this.Moment(Columns.RequestedOn); set => this[Columns.RequestedOn] = value; }
    public EntityReference? DecidedById
    {
        get => this.Link(Columns.DecidedById);
        set => this[Columns.DecidedById] = value;
    }
    public DateTime? DecidedOn { get => this.Moment(Columns.DecidedOn); set => this[Columns.DecidedOn] = value; }
    public int Decision { get => this.Number(Columns.Decision) ?? 0; set => this[Columns.Decision] = Choice.Of(value); }
    public string? Comment { get => this.Text(Columns.Comment); set => this[Columns.Comment] = value; }

    public static class Columns
    {
        public const string Id = "crmx_approvalid", State = "statecode", Owner = "ownerid", Name = "crmx_name";
        public const string Kind = "crmx_kind", MemberId = "crmx_memberid", Points = "crmx_points";
        public const string Payload = "crmx_payload", RequestKey = "crmx_requestkey";
        public const string RequestedById = "crmx_requestedbyid", RequestedOn = "crmx_requestedon";
        public const string DecidedById = "crmx_decidedbyid", DecidedOn = "crmx_decidedon", Decision = "crmx_decision";
        public const string Comment = "crmx_comment";
    }
}
