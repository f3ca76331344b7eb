namespace CrmExtensions.Xrm.Schema;

/// <summary>An environment variable as the solution brings it, with its default.</summary>
internal static class EnvironmentVariableDefinition
{
    public const string Table = "environmentvariabledefinition";

    /// <summary>Schema name: most points that one adjustment may move, either way.</summary>
    public const string AdjustmentLimit = "crmx_AdjustmentLimit";

    /// <summary>Schema name: most points that one transfer may move without a second person.</summary>
    public const string TransferApprovalLimit = "crmx_TransferApprovalLimit";

    public static class Columns
    {
        public const string Id = "environmentvariabledefinitionid", SchemaName = "schemaname";
        public const string DefaultValue = "defaultvalue";
    }
}
