namespace CrmExtensions.Xrm.Schema;

/// <summary>Names of the messages about winning back. The customer is Account or Contact, exactly one.</summary>
internal static class WinBackApis
{
    public static class StartWinBack
    {
        public const string Name = "crmx_StartWinBack";
        public const string Way = "Way", Offer = "Offer", List = "List", Campaign = "Campaign", RequestId = "RequestId";
        public const string WinBackId = "WinBackId", IsTreated = "IsTreated", Ceiling = "Ceiling";
        public const string ActivityId = "ActivityId";
    }

    public static class WinBackOutcome
    {
        public const string Name = "crmx_WinBackOutcome";
        public const string Campaign = "Campaign";
        public const string Treated = "Treated", Untreated = "Untreated", Difference = "Difference";
        public const string RevenueDifference = "RevenueDifference", Verdict = "Verdict", Text = "Text";
    }
}
