using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

/// <summary>A product or a family of products; its parent is the family that it belongs to.</summary>
[EntityLogicalName(Table)]
internal sealed class Product : Entity
{
    public const string Table = "product";

    public Product()
        : base(Table)
    {
    }

    public static class Columns
    {
        public const string Id = "productid", Name = "name", ParentId = "parentproductid";
        public const string FixedLevy = "crmx_fixedlevy";
    }
}
