namespace CrmExtensions.Xrm.Schema;

/// <summary>
/// What opportunity, quote, order and invoice have in common. Amounts are the <c>_base</c> columns: converted by the
/// platform with the exchange rate on the record.
/// </summary>
internal static class EarningDocument
{
    public const string OpportunityTable = "opportunity", QuoteTable = "quote";
    public const string OrderTable = "salesorder", InvoiceTable = "invoice";

    public static bool IsOne(string table) => table is OpportunityTable or QuoteTable or OrderTable or InvoiceTable;

    public static string IdColumn(string table) => table + "id";

    /// <summary>Null for an opportunity, which has no number.</summary>
    public static string? NumberColumn(string table) => table switch
    {
        OrderTable => SalesOrder.Columns.OrderNumber,
        InvoiceTable => Invoice.Columns.InvoiceNumber,
        QuoteTable => "quotenumber",
        _ => null,
    };

    public static class Columns
    {
        public const string State = "statecode", Status = "statuscode", CustomerId = "customerid";
        public const string NetBase = "totalamountlessfreight_base", FreightBase = "freightamount_base";
        public const string GrossBase = "totalamount_base", ExchangeRate = "exchangerate", CreatedOn = "createdon";
    }

    /// <summary>Of every document but an opportunity.</summary>
    public static class More
    {
        public const string BillToAddressId = "billto_addressid";
    }
}
