using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

/// <summary><see cref="Columns.Key"/> is <c>{product:N}-{window}</c>: counts of one product in one window.</summary>
[EntityLogicalName(Table)]
internal sealed class ProductBasketRow : Entity
{
    public const string Table = "crmx_productbasket";

    public ProductBasketRow()
        : base(Table)
    {
    }

    public string Name { get => this.Text(Columns.Name)!; set => this[Columns.Name] = value; }
    public string? Key { get => this.Text(Columns.Key); set => this[Columns.Key] = value; }
    public EntityReference? ProductId { get => this.Link(Columns.ProductId); set => this[Columns.ProductId] = value; }
    public int? Window { get => this.Number(Columns.Window); set => this[Columns.Window] = Choice.Of(value); }
    public int? Baskets { get => this.Whole(Columns.Baskets); set => this[Columns.Baskets] = value; }
    public int? SharedBaskets
    {
        get => this.Whole(Columns.SharedBaskets);
        set => this[Columns.SharedBaskets] = value;
    }
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
    public string? Partners { get => this.Text(Columns.Partners); set => this[Columns.Partners] = value; }
    public decimal? UsualDays { get => this.Amount(Columns.UsualDays); set => this[Columns.UsualDays] = value; }
    public bool? IsChanged { get => this.Flag(Columns.IsChanged); set => this[Columns.IsChanged] = value; }

    public static class Columns
    {
        public const string Id = "crmx_productbasketid", Name = "crmx_name", Key = "crmx_key";
        public const string ProductId = "crmx_productid", Window = "crmx_window", Baskets = "crmx_baskets";
        public const string SharedBaskets = "crmx_sharedbaskets", CompanyBaskets = "crmx_companybaskets";
        public const string PersonBaskets = "crmx_personbaskets", Partners = "crmx_partners";
        public const string UsualDays = "crmx_usualdays", IsChanged = "crmx_ischanged";
    }
}
