namespace CrmExtensions.Xrm.Schema;

/// <summary>What account and contact have in common for us. Every rule holds for both.</summary>
internal static class Customer
{
    public const string AccountTable = "account", ContactTable = "contact";

    /// <summary>People have one, companies do not.</summary>
    public const string BirthDateOfContact = "birthdate";

    public static string IdColumn(string table) => table + "id";

    public static string NameColumn(string table) => table == ContactTable ? "fullname" : "name";

    /// <summary>The account above: of a contact its company, which may be another contact as well.</summary>
    public static string ParentColumn(string table) => table == ContactTable ? "parentcustomerid" : "parentaccountid";

    public static class Columns
    {
        public const string PointsBalance = "crmx_pointsbalance", LoyaltyExcluded = "crmx_loyaltyexcluded";
        public const string Owner = "ownerid", EnrolmentLock = "crmx_enrolmentlock";
        public const string State = "statecode", Merged = "merged", Master = "masterid", ModifiedOn = "modifiedon";
        public const string PendingPoints = "crmx_pendingpoints", LoyaltyTier = "crmx_loyaltytier";
        public const string PriceList = "defaultpricelevelid";
        public const string NextExpiryOn = "crmx_nextexpiryon", NextExpiryPoints = "crmx_nextexpirypoints";
    }
}
