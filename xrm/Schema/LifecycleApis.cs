namespace CrmExtensions.Xrm.Schema;

/// <summary>
/// Names of the messages around a member's life: merging, verification, data protection, reports.
/// </summary>
internal static class LifecycleApis
{
    public static class MergeMembers
    {
        public const string Name = "crmx_MergeMembers";
        public const string Member = "Member", Duplicate = "Duplicate", RequestId = "RequestId";
        public const string Balance = "Balance", MovedPoints = "MovedPoints";
    }

    public static class UnmergeMembers
    {
        public const string Name = "crmx_UnmergeMembers";
        public const string Member = "Member", RequestId = "RequestId";
        public const string Balance = "Balance", ReturnedPoints = "ReturnedPoints";
    }

    public static class VerifyLedger
    {
        public const string Name = "crmx_VerifyLedger";
        public const string Member = "Member", Cursor = "Cursor", Count = "Count";
        public const string Verified = "Verified", Differences = "Differences", Result = "Result";
        public const string NextCursor = "NextCursor";
    }

    public static class RepairLedger
    {
        public const string Name = "crmx_RepairLedger";
        public const string Member = "Member", RequestId = "RequestId";
        public const string Approval = "Approval", Difference = "Difference";
    }

    public static class ConfirmRepair
    {
        public const string Name = "crmx_ConfirmRepair";
        public const string Approval = "Approval", KeepBalance = "KeepBalance", Comment = "Comment";
        public const string EntryId = "EntryId";
    }

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
