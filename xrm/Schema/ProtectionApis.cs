namespace CrmExtensions.Xrm.Schema;

/// <summary>Names of the messages of data protection and of reports.</summary>
internal static class ProtectionApis
{
    /// <summary>The customer is named as in <c>ExportCustomerData</c>: Account or Contact.</summary>
    public static class ForgetCustomer
    {
        public const string Name = "crmx_ForgetCustomer";
        public const string Members = "Members", ForfeitedPoints = "ForfeitedPoints";
    }

    public static class ExportCustomerData
    {
        public const string Name = "crmx_ExportCustomerData";
        public const string Data = "Data";
    }

    public static class ExportLedger
    {
        public const string Name = "crmx_ExportLedger";
        public const string Programme = "Programme", Format = "Format", Cursor = "Cursor", Count = "Count";
        public const string Data = "Data", Rows = "Rows", NextCursor = "NextCursor";
    }

    public static class LiabilityReport
    {
        public const string Name = "crmx_LiabilityReport";
        public const string Programme = "Programme", Cursor = "Cursor", Carried = "Carried", Count = "Count";
        public const string Members = "Members", OpenPoints = "OpenPoints", PendingPoints = "PendingPoints";
        public const string DebtPoints = "DebtPoints", Value = "Value", Months = "Months", Total = "Total";
        public const string NextCursor = "NextCursor";
    }
}
