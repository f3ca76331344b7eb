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
}
