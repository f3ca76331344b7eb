namespace CrmExtensions.Xrm.Schema;

/// <summary>Rates are units of the currency for one unit of the base currency.</summary>
internal static class TransactionCurrency
{
    public const string Table = "transactioncurrency";

    public static class Columns
    {
        public const string Rate = "exchangerate", Precision = "currencyprecision";
    }
}
