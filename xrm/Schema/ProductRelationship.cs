using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

/// <summary>What the product catalogue says of two products; Dynamics suggests by these rows.</summary>
[EntityLogicalName(Table)]
internal sealed class ProductRelationship : Entity
{
    public const string Table = "productsubstitute";
    public const int UpSell = 0, CrossSell = 1, Accessory = 2, Substitute = 3;
    public const int OneWay = 0, BothWays = 1;

    public ProductRelationship()
        : base(Table)
    {
    }

    public static class Columns
    {
        public const string Id = "productsubstituteid", ProductId = "productid", State = "statecode";
        public const string RelatedId = "substitutedproductid", Kind = "salesrelationshiptype";
        public const string Direction = "direction";
    }
}
