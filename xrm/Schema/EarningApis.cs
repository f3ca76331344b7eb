namespace CrmExtensions.Xrm.Schema;

/// <summary>Names of the messages about earning and returns, and of their parameters.</summary>
internal static class EarningApis
{
    public static class ReturnPoints
    {
        public const string Name = "crmx_ReturnPoints";
        public const string DocumentTable = "DocumentTable", DocumentId = "DocumentId", Lines = "Lines";
        public const string RequestId = "RequestId";
        public const string PointsTakenBack = "PointsTakenBack", PointsRestored = "PointsRestored";
        public const string Balance = "Balance", Debt = "Debt";
    }

    public static class QuotePoints
    {
        public const string Name = "crmx_QuotePoints";
        public const string DocumentTable = "DocumentTable", DocumentId = "DocumentId";
        public const string Points = "Points", Breakdown = "Breakdown";
        public const string RedeemablePoints = "RedeemablePoints", RedeemableValue = "RedeemableValue";
    }
}
