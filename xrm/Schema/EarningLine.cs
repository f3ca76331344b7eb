namespace CrmExtensions.Xrm.Schema;

/// <summary>What the lines of the four sales documents have in common.</summary>
internal static class EarningLine
{
    public const string OpportunityLineTable = "opportunityproduct", QuoteLineTable = "quotedetail";
    public const string OrderLineTable = "salesorderdetail", InvoiceLineTable = "invoicedetail";

    public static string TableOf(string documentTable) => documentTable switch
    {
        EarningDocument.OpportunityTable => OpportunityLineTable,
        EarningDocument.QuoteTable => QuoteLineTable,
        EarningDocument.InvoiceTable => InvoiceLineTable,
        _ => OrderLineTable,
    };

    public static string IdColumn(string documentTable) => TableOf(documentTable) + "id";

    /// <summary>The lookup of a line to its document.</summary>
    public static string ParentColumn(string documentTable) => EarningDocument.IdColumn(documentTable);

    public static class Columns
    {
        /// <summary>Price times quantity less line discounts, with tax.</summary>
        public const string ExtendedBase = "extendedamount_base";

        public const string Extended = "extendedamount", Tax = "tax";
        public const string TaxBase = "tax_base", Quantity = "quantity", ProductId = "productid";
        public const string IsWriteIn = "isproductoverridden", Number = "lineitemnumber";
        public const string ParentBundleId = "parentbundleidref", UnitId = "uomid";
    }
}
