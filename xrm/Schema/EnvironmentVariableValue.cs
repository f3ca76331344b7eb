namespace CrmExtensions.Xrm.Schema;

/// <summary>What this environment says instead of a default; at most one row a definition.</summary>
internal static class EnvironmentVariableValue
{
    public const string Table = "environmentvariablevalue";

    public static class Columns
    {
        public const string DefinitionId = "environmentvariabledefinitionid", Value = "value";
    }
}
