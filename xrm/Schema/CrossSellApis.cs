namespace CrmExtensions.Xrm.Schema;

/// <summary>The calls about what goes with what.</summary>
internal static class CrossSellApis
{
    /// <summary>Held by whoever sells: recommendations are asked for with the right to read them ...</summary>
    public const string AskPrivilege = "prvReadcrmx_Recommendation";

    /// <summary>... and decided with a right that allows nothing else.</summary>
    public const string DecidePrivilege = "prvAppendTocrmx_Recommendation";

    public static class Recommend
    {
        public const string Name = "crmx_Recommend";
        public const string CustomerTable = "CustomerTable", CustomerId = "CustomerId";
        public const string DocumentTable = "DocumentTable", DocumentId = "DocumentId", Top = "Top";
        public const string GoesWith = "GoesWith", BuyAgain = "BuyAgain", Notice = "Notice";
    }

    public static class AcceptRecommendation
    {
        public const string Name = "crmx_AcceptRecommendation";
        public const string DocumentTable = "DocumentTable", DocumentId = "DocumentId", ProductId = "ProductId";
        public const string Quantity = "Quantity", RequestId = "RequestId";
        public const string RecommendationId = "RecommendationId", LineId = "LineId";
    }

    public static class RejectRecommendation
    {
        public const string Name = "crmx_RejectRecommendation";
        public const string CustomerTable = "CustomerTable", CustomerId = "CustomerId";
        public const string DocumentTable = "DocumentTable", DocumentId = "DocumentId", ProductId = "ProductId";
        public const string Reason = "Reason", RequestId = "RequestId";
        public const string RecommendationId = "RecommendationId", RejectedUntil = "RejectedUntil";
    }
}
