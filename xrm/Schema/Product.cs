using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

/// <summary>A product or a family of products; its parent is the family that it belongs to.</summary>
[EntityLogicalName(Table)]
internal sealed class Product : Entity
{
    public const string Table = "product";
    public const int Active = 0, UnderRevision = 3;
    public const int FamilyStructure = 2;

    public Product()
        : base(Table)
    {
    }

    public static class Columns
    {
        public const string Id = "productid", Name = "name", ParentId = "parentproductid", Number = "productnumber";
        public const string State = "statecode", Structure = "productstructure", UnitId = "defaultuomid";
        public const string ValidFrom = "validfromdate", ValidTo = "validtodate", PriceBase = "price_base";
        public const string CurrentCostBase = "currentcost_base", StandardCostBase = "standardcost_base";
        public const string Stock = "quantityonhand", IsStockItem = "isstockitem";
        public const string Priority = "crmx_crosssellpriority", FixedLevy = "crmx_fixedlevy";
    }
}
