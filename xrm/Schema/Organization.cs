namespace CrmExtensions.Xrm.Schema;

/// <summary>The one row of the environment itself.</summary>
internal static class Organization
{
    public const string Table = "organization";

    public static class Columns
    {
        public const string Id = "organizationid", BaseLanguage = "languagecode";
    }
}
