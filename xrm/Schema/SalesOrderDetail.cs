using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

[EntityLogicalName(Table)]
internal sealed class SalesOrderDetail : Entity
{
    public const string Table = "salesorderdetail";

    public SalesOrderDetail()
        : base(Table)
    {
    }

    /// <summary>Price times quantity less line discounts, with tax.</summary>
    public decimal ExtendedBase => GetAttributeValue<Money>(Columns.ExtendedBase)?.Value ?? 0m;

    public decimal TaxBase => GetAttributeValue<Money>(Columns.TaxBase)?.Value ?? 0m;

    public static class Columns
    {
        public const string Id = "salesorderdetailid", OrderId = "salesorderid";
        public const string ExtendedBase = "extendedamount_base", TaxBase = "tax_base";
    }
}
