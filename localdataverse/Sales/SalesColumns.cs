using System.Collections.Generic;

namespace Dataverse.Local.Sales;

/// <summary>Columns of documents and lines that the pricing reads or writes.</summary>
internal static class SalesColumns
{
    public const string PriceLevel = "pricelevelid";
    public const string Currency = "transactioncurrencyid";
    public const string State = "statecode";
    public const string Status = "statuscode";
    public const string IsPriceLocked = "ispricelocked";
    public const string QuoteNumber = "quotenumber";
    public const string Revision = "revisionnumber";

    public const string Discount = "discountamount";
    public const string DiscountPercentage = "discountpercentage";
    public const string Freight = "freightamount";
    public const string LineTotal = "totallineitemamount";
    public const string LineDiscountTotal = "totallineitemdiscountamount";
    public const string TaxTotal = "totaltax";
    public const string DiscountTotal = "totaldiscountamount";
    public const string TotalLessFreight = "totalamountlessfreight";
    public const string Total = "totalamount";

    public const string Product = "productid";
    public const string ProductDescription = "productdescription";
    public const string IsWriteIn = "isproductoverridden";
    public const string IsPriceOverridden = "ispriceoverridden";
    public const string Unit = "uomid";
    public const string Quantity = "quantity";
    public const string Price = "priceperunit";
    public const string VolumeDiscount = "volumediscountamount";
    public const string ManualDiscount = "manualdiscountamount";
    public const string Tax = "tax";
    public const string BaseAmount = "baseamount";
    public const string ExtendedAmount = "extendedamount";
    public const string PricingError = "pricingerrorcode";
    public const string SkipCalculation = "skippricecalculation";
    public const string Customer = "customerid";
    public const string Owner = "ownerid";

    /// <summary>Columns of a header that are computed: what a caller writes there is overwritten.</summary>
    public static readonly IReadOnlyList<string> Computed =
        [LineTotal, LineDiscountTotal, TaxTotal, DiscountTotal, TotalLessFreight, Total];

    /// <summary>Columns of a header that a caller writes and the totals depend on.</summary>
    public static readonly IReadOnlyList<string> HeaderInputs = [Discount, DiscountPercentage, Freight];

    /// <summary>Columns of a line that its amounts depend on.</summary>
    public static readonly IReadOnlyList<string> LineInputs =
        [Product, IsWriteIn, IsPriceOverridden, Unit, Quantity, Price, VolumeDiscount, ManualDiscount, Tax];
}
