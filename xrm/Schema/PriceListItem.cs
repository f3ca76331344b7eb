using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

/// <summary>A product in a unit on a price list. The amount is in base currency.</summary>
[EntityLogicalName(Table)]
internal sealed class PriceListItem : Entity
{
    public const string Table = "productpricelevel";

    public PriceListItem()
        : base(Table)
    {
    }

    public static class Columns
    {
        public const string Id = "productpricelevelid", PriceListId = "pricelevelid", ProductId = "productid";
        public const string UnitId = "uomid", AmountBase = "amount_base";
    }
}
