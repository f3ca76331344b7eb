using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

/// <summary><see cref="Columns.Key"/> is <c>{product:N}-{partner:N}-{kind}</c>: one direction of a pair.</summary>
[EntityLogicalName(Table)]
internal sealed class ProductAffinityRow : Entity
{
    public const string Table = "crmx_productaffinity";

    public ProductAffinityRow()
        : base(Table)
    {
    }

    public string Name { get => this.Text(Columns.Name)!; set => this[Columns.Name] = value; }
    public string? Key { get => this.Text(Columns.Key); set => this[Columns.Key] = value; }
    public EntityReference? ProductId { get => this.Link(Columns.ProductId); set => this[Columns.ProductId] = value; }
    public EntityReference? PartnerId { get => this.Link(Columns.PartnerId); set => this[Columns.PartnerId] = value; }
    public EntityReference? PartnerCategoryId
    {
        get => this.Link(Columns.PartnerCategoryId);
        set => this[Columns.PartnerCategoryId] = value;
    }
    public int? Kind { get => this.Number(Columns.Kind); set => this[Columns.Kind] = Choice.Of(value); }
    public int? State { get => this.Number(Columns.State); set => this[Columns.State] = Choice.Of(value); }
    public int? Rank { get => this.Whole(Columns.Rank); set => this[Columns.Rank] = value; }
    public int? Together { get => this.Whole(Columns.Together); set => this[Columns.Together] = value; }
    public int? Baskets { get => this.Whole(Columns.Baskets); set => this[Columns.Baskets] = value; }
    public int? PartnerBaskets
    {
        get => this.Whole(Columns.PartnerBaskets);
        set => this[Columns.PartnerBaskets] = value;
    }
    public int? AllBaskets { get => this.Whole(Columns.AllBaskets); set => this[Columns.AllBaskets] = value; }
    public decimal? Lift { get => this.Amount(Columns.Lift); set => this[Columns.Lift] = value; }
    public decimal? Score { get => this.Amount(Columns.Score); set => this[Columns.Score] = value; }
    public int? WindowDays { get => this.Whole(Columns.WindowDays); set => this[Columns.WindowDays] = value; }
    public DateTime? CountedFrom
    {
        get => this.Moment(Columns.CountedFrom);
        set => this[Columns.CountedFrom] = value;
    }
    public DateTime? CountedTo { get => this.Moment(Columns.CountedTo); set => this[Columns.CountedTo] = value; }
    public int? Accepted { get => this.Whole(Columns.Accepted); set => this[Columns.Accepted] = value; }
    public int? Rejected { get => this.Whole(Columns.Rejected); set => this[Columns.Rejected] = value; }
    public string? RelationshipId
    {
        get => this.Text(Columns.RelationshipId);
        set => this[Columns.RelationshipId] = value;
    }

    public static class Columns
    {
        public const string Id = "crmx_productaffinityid", Name = "crmx_name", Key = "crmx_key";
        public const string ProductId = "crmx_productid", PartnerId = "crmx_partnerid";
        public const string PartnerCategoryId = "crmx_partnercategoryid", Kind = "crmx_kind", State = "crmx_state";
        public const string Rank = "crmx_rank", Together = "crmx_together", Baskets = "crmx_baskets";
        public const string PartnerBaskets = "crmx_partnerbaskets", AllBaskets = "crmx_allbaskets";
        public const string Lift = "crmx_lift", Score = "crmx_score", WindowDays = "crmx_windowdays";
        public const string CountedFrom = "crmx_countedfrom", CountedTo = "crmx_countedto";
        public const string Accepted = "crmx_accepted", Rejected = "crmx_rejected";
        public const string RelationshipId = "crmx_relationshipid";
    }
}
