namespace CrmExtensions.Xrm.Schema;

/// <summary>A definition with its default in one table and at most one value of this environment in another.</summary>
internal static class EnvironmentVariable
{
    public const string DefinitionTable = "environmentvariabledefinition", ValueTable = "environmentvariablevalue";

    /// <summary>Most points that one adjustment may move, either way.</summary>
    public const string AdjustmentLimit = "crmx_AdjustmentLimit";

    public static class Columns
    {
        public const string DefinitionId = "environmentvariabledefinitionid", SchemaName = "schemaname";
        public const string DefaultValue = "defaultvalue", Value = "value";
    }
}
