namespace CrmExtensions.Xrm.Schema;

/// <summary>
/// Names of the messages that merge members and prove ledgers; <see cref="ProtectionApis"/> has data protection.
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
}
