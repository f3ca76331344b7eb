using System.Collections.Generic;
using Microsoft.Xrm.Sdk;

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

    /// <summary>
    /// For a message that does its work by another one: what the caller asked of it holds for that one too.
    /// </summary>
    public static T With<T>(this T inner, OrganizationRequest outer)
        where T : OrganizationRequest
    {
        foreach (KeyValuePair<string, object> parameter in outer.Parameters)
        {
            if (Has(parameter.Key))
            {
                inner.Parameters[parameter.Key] = parameter.Value;
            }
        }

        return inner;
    }
}
