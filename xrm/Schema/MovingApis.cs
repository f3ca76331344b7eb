namespace CrmExtensions.Xrm.Schema;

/// <summary>The calls that move points by hand, above the limit with a second person.</summary>
internal static class MovingApis
{
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
}
