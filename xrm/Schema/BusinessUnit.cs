namespace CrmExtensions.Xrm.Schema;

/// <summary>
/// Every row that a user or team owns is of one, and every business unit is of the organisation: on this way settings,
/// which the organisation owns, come along with any such row.
/// </summary>
internal static class BusinessUnit
{
    public const string Table = "businessunit";

    /// <summary>The lookup of every such row.</summary>
    public const string OfRow = "owningbusinessunit";

    public static class Columns
    {
        public const string Id = "businessunitid", Organization = "organizationid";
    }
}
