namespace CrmExtensions.Xrm.Schema;

/// <summary>A currency; its rate says how much of it one unit of base currency is.</summary>
internal static class CurrencyRow
{
    public const string Table = "transactioncurrency";

    public static class Columns
    {
        public const string Id = "transactioncurrencyid", ExchangeRate = "exchangerate";
    }
}
