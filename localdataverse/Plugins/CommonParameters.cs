namespace Dataverse.Local.Plugins;

/// <summary>Optional parameters that every message accepts.</summary>
internal static class CommonParameters
{
    public static bool Has(string name) => name is "tag"
        or "BypassCustomPluginExecution"
        or "BypassBusinessLogicExecution"
        or "BypassBusinessLogicExecutionStepIds"
        or "SuppressCallbackRegistrationExpanderJob"
        or "SuppressDuplicateDetection"
        or "partitionId"
        or "SolutionUniqueName";
}
