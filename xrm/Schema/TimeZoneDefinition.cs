namespace CrmExtensions.Xrm.Schema;

/// <summary>The platform's table of time zones; read only as a link, so it needs no row class.</summary>
internal static class TimeZoneDefinition
{
    public const string Table = "timezonedefinition";

    public static class Columns
    {
        /// <summary>The number that users and programmes refer to.</summary>
        public const string Code = "timezonecode";

        /// <summary>The Windows id, such as "W. Europe Standard Time".</summary>
        public const string WindowsId = "standardname";
    }
}
