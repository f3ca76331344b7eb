namespace CrmExtensions.Xrm.Schema;

/// <summary>What quote, order and invoice have in common: a redemption is a discount on any of them.</summary>
internal static class SalesDocument
{
    public const string QuoteTable = "quote", OrderTable = "salesorder", InvoiceTable = "invoice";

    /// <summary>Statecode of draft, active or open: the only one in which amounts may change.</summary>
    public const int Editable = 0;

    /// <summary>The quote that an order was made of.</summary>
    public const string QuoteOfOrder = "quoteid";

    public static bool IsOne(string table) => table is QuoteTable or OrderTable or InvoiceTable;

    public static string IdColumn(string table) => table + "id";

    /// <summary>Of the document that this one is made of. A revision names no quote: it has its number.</summary>
    public static string OriginTable(string table) => table switch
    {
        OrderTable => QuoteTable,
        InvoiceTable => OrderTable,
        _ => "",
    };

    public static string NumberColumn(string table) => table switch
    {
        QuoteTable => "quotenumber",
        OrderTable => "ordernumber",
        _ => "invoicenumber",
    };

    public static class Columns
    {
        public const string State = "statecode", Customer = "customerid", Currency = "transactioncurrencyid";
        public const string Status = "statuscode", CreatedOn = "createdon";
        public const string Total = "totalamount", Discount = "discountamount", Rate = "exchangerate";
    }

    /// <summary>Of a quote.</summary>
    public static class OfQuote
    {
        public const string Revision = "revisionnumber";
    }
}
