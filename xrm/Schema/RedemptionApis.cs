namespace CrmExtensions.Xrm.Schema;

/// <summary>The calls that spend points.</summary>
internal static class RedemptionApis
{
    public static class ReservePoints
    {
        public const string Name = "crmx_ReservePoints";
        public const string Member = "Member", CustomerId = "CustomerId", Programme = "Programme", Points = "Points";
        public const string DocumentTable = "DocumentTable", DocumentId = "DocumentId", Reward = "Reward";
        public const string RequestId = "RequestId";
        public const string RedemptionId = "RedemptionId", ReservedPoints = "ReservedPoints", Value = "Value";
        public const string VoucherCode = "VoucherCode", ReservedUntil = "ReservedUntil";
    }

    public static class CommitRedemption
    {
        public const string Name = "crmx_CommitRedemption";
        public const string Redemption = "Redemption", VoucherCode = "VoucherCode", RequestId = "RequestId";
        public const string RedemptionId = "RedemptionId", Points = "Points", Value = "Value";
    }

    /// <summary>Redemptions of one document in one transaction; called by the step that follows documents.</summary>
    public static class SettleRedemptions
    {
        public const string Name = "crmx_SettleRedemptions";
        public const string DocumentTable = "DocumentTable", DocumentId = "DocumentId";
    }

    public static class ReverseRedemption
    {
        public const string Name = "crmx_ReverseRedemption";
        public const string Redemption = "Redemption", EntryId = "EntryId", State = "State";
    }

    public static class ReleaseRedemption
    {
        public const string Name = "crmx_ReleaseRedemption";
        public const string Redemption = "Redemption", OnlyOverdue = "OnlyOverdue";
        public const string EntryId = "EntryId", State = "State";
    }
}
