namespace CrmExtensions.Xrm.Schema;

/// <summary>One row a user; a language of 0 means the organisation's.</summary>
internal static class UserSettings
{
    public const string Table = "usersettings";

    public static class Columns
    {
        public const string UserId = "systemuserid", UiLanguage = "uilanguageid";
    }
}
