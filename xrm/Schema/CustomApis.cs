namespace CrmExtensions.Xrm.Schema;

/// <summary>
/// Names of our messages and their parameters, shared by the plugin that answers and the activity that asks.
/// </summary>
internal static class CustomApis
{
    public static class AdjustPoints
    {
        public const string Name = "crmx_AdjustPoints";
        public const string Member = "Member", Points = "Points", Reason = "Reason", RequestId = "RequestId";
        public const string Note = "Note";
        public const string EntryId = "EntryId", Balance = "Balance", ApprovalId = "ApprovalId";
    }

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

    public static class ReleaseRedemption
    {
        public const string Name = "crmx_ReleaseRedemption";
        public const string Redemption = "Redemption", OnlyOverdue = "OnlyOverdue";
        public const string EntryId = "EntryId", State = "State";
    }

    public static class DecideApproval
    {
        public const string Name = "crmx_DecideApproval";
        public const string Approval = "Approval", Approve = "Approve", Comment = "Comment";
        public const string EntryId = "EntryId", Balance = "Balance";
    }

    public static class TransferPoints
    {
        public const string Name = "crmx_TransferPoints";
        public const string From = "From", To = "To", Points = "Points", RequestId = "RequestId";
        public const string EntryId = "EntryId", ReceivingEntryId = "ReceivingEntryId", ApprovalId = "ApprovalId";
        public const string Balance = "Balance";
    }

    public static class EnrolMember
    {
        public const string Name = "crmx_EnrolMember";
        public const string Programme = "Programme", CustomerTable = "CustomerTable", CustomerId = "CustomerId";
        public const string ReferralCode = "ReferralCode";
        public const string MemberId = "MemberId", IsNew = "IsNew";
    }

    public static class LeaveProgramme
    {
        public const string Name = "crmx_LeaveProgramme";
        public const string Member = "Member", RequestId = "RequestId";
        public const string ForfeitedPoints = "ForfeitedPoints", PaidOutPoints = "PaidOutPoints";
        public const string PaidOutValue = "PaidOutValue", FrozenUntil = "FrozenUntil";
    }

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

    public static class AwardEventPoints
    {
        public const string Name = "crmx_AwardEventPoints";
        public const string Member = "Member", CustomerId = "CustomerId", Programme = "Programme";
        public const string Event = "Event", Points = "Points", RequestId = "RequestId";
        public const string EntryId = "EntryId", AwardedPoints = "AwardedPoints";
    }
}
