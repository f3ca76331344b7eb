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
}
