namespace CrmExtensions.Xrm.Schema;

/// <summary>The calls that bring balances along from an old system.</summary>
internal static class OpeningApis
{
    public static class ImportOpeningBalances
    {
        public const string Name = "crmx_ImportOpeningBalances";
        public const string Programme = "Programme", Rows = "Rows", RequestId = "RequestId";
        public const string BatchId = "BatchId", RowCount = "RowCount", Points = "Points";
    }

    public static class ReverseImport
    {
        public const string Name = "crmx_ReverseImport";
        public const string Batch = "Batch";
        public const string RowCount = "RowCount", Points = "Points";
    }
}
