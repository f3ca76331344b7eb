using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

/// <summary>
/// <see cref="Columns.Key"/> is <c>{customer:N}-{product:N}</c>; after a merge of customers an old key may stay.
/// </summary>
[EntityLogicalName(Table)]
internal sealed class CustomerProductRow : Entity
{
    public const string Table = "crmx_customerproduct";

    public CustomerProductRow()
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
    public EntityReference? ProductId { get => this.Link(Columns.ProductId); set => this[Columns.ProductId] = value; }
    public int? Times { get => this.Whole(Columns.Times); set => this[Columns.Times] = value; }
    public DateTime? FirstOn { get => this.Moment(Columns.FirstOn); set => this[Columns.FirstOn] = value; }
    public DateTime? LastOn { get => this.Moment(Columns.LastOn); set => this[Columns.LastOn] = value; }
    public int? GapDays { get => this.Whole(Columns.GapDays); set => this[Columns.GapDays] = value; }
    public decimal? Weight { get => this.Amount(Columns.Weight); set => this[Columns.Weight] = value; }
    public decimal? IntervalDays
    {
        get => this.Amount(Columns.IntervalDays);
        set => this[Columns.IntervalDays] = value;
    }
    public DateTime? DueOn { get => this.Moment(Columns.DueOn); set => this[Columns.DueOn] = value; }
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

    public static class Columns
    {
        public const string Id = "crmx_customerproductid", Name = "crmx_name", Key = "crmx_key";
        public const string CustomerId = "crmx_customerid", ProductId = "crmx_productid", Times = "crmx_times";
        public const string FirstOn = "crmx_firston", LastOn = "crmx_laston", GapDays = "crmx_gapdays";
        public const string Weight = "crmx_weight", IntervalDays = "crmx_intervaldays", DueOn = "crmx_dueon";
        public const string RejectedUntil = "crmx_rejecteduntil", RejectReason = "crmx_rejectreason";
    }
}
