using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Pipeline;

/// <summary>
/// Optional parameters with which a request leaves custom logic out. SuppressCallbackRegistrationExpanderJob concerns
/// flows, which do not exist here, and SuppressDuplicateDetection duplicate rules: both are accepted without effect.
/// </summary>
internal static class BypassedSteps
{
    public static StepPlan Without(StepPlan plan, ParameterCollection input)
    {
        if (!plan.HasSteps)
        {
            return plan;
        }

        bool noSync = input.TryGetValue("BypassCustomPluginExecution", out object? bypass) && bypass is true;
        bool noAsync = false;
        if (input.TryGetValue("BypassBusinessLogicExecution", out object? kinds) && kinds is string list)
        {
            noSync |= list.Contains("CustomSync", StringComparison.OrdinalIgnoreCase);
            noAsync |= list.Contains("CustomAsync", StringComparison.OrdinalIgnoreCase);
        }

        HashSet<Guid> ids = IdsOf(input);
        return noSync || noAsync || ids.Count > 0 ? plan.Where(step => Keep(step.Step, noSync, noAsync, ids)) : plan;
    }

    private static bool Keep(Step step, bool noSync, bool noAsync, HashSet<Guid> ids) =>
        !(step.Mode == StepMode.Asynchronous ? noAsync : noSync) && !ids.Contains(step.Id);

    private static HashSet<Guid> IdsOf(ParameterCollection input)
    {
        if (!input.TryGetValue("BypassBusinessLogicExecutionStepIds", out object? value) || value is not string list)
        {
            return [];
        }

        return list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(Guid.Parse)
            .ToHashSet();
    }
}
