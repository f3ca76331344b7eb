using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

/// <summary><see cref="Columns.RequestKey"/> makes the same request start nothing twice.</summary>
[EntityLogicalName(Table)]
internal sealed class WinBackRow : Entity
{
    public const string Table = "crmx_winback";

    public WinBackRow()
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
    public string? Campaign { get => this.Text(Columns.Campaign); set => this[Columns.Campaign] = value; }
    public int? Kind { get => this.Number(Columns.Kind); set => this[Columns.Kind] = Choice.Of(value); }
    public int? Group { get => this.Number(Columns.Group); set => this[Columns.Group] = Choice.Of(value); }
    public int? State { get => this.Number(Columns.State); set => this[Columns.State] = Choice.Of(value); }
    public DateTime? StartedOn { get => this.Moment(Columns.StartedOn); set => this[Columns.StartedOn] = value; }
    public DateTime? UntilOn { get => this.Moment(Columns.UntilOn); set => this[Columns.UntilOn] = value; }
    public decimal? OfferCeiling
    {
        get => this.Amount(Columns.OfferCeiling);
        set => this[Columns.OfferCeiling] = value;
    }
    public decimal? Offer { get => this.Amount(Columns.Offer); set => this[Columns.Offer] = value; }
    public string? ActivityId { get => this.Text(Columns.ActivityId); set => this[Columns.ActivityId] = value; }
    public string? ListId { get => this.Text(Columns.ListId); set => this[Columns.ListId] = value; }
    public DateTime? ClosedOn { get => this.Moment(Columns.ClosedOn); set => this[Columns.ClosedOn] = value; }
    public DateTime? OrderedOn { get => this.Moment(Columns.OrderedOn); set => this[Columns.OrderedOn] = value; }
    public decimal? Revenue { get => this.Amount(Columns.Revenue); set => this[Columns.Revenue] = value; }

    public static class Columns
    {
        public const string Id = "crmx_winbackid", Owner = "ownerid", Name = "crmx_name";
        public const string RequestKey = "crmx_requestkey", CustomerId = "crmx_customerid", Campaign = "crmx_campaign";
        public const string Kind = "crmx_kind", Group = "crmx_group", State = "crmx_state";
        public const string StartedOn = "crmx_startedon", UntilOn = "crmx_untilon", OfferCeiling = "crmx_offerceiling";
        public const string Offer = "crmx_offer", ActivityId = "crmx_activityid", ListId = "crmx_listid";
        public const string ClosedOn = "crmx_closedon", OrderedOn = "crmx_orderedon", Revenue = "crmx_revenue";
    }
}
