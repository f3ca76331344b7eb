using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Tracing;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Plugins;

/// <summary>Main operation of every custom API: checks the parameters, runs its plugin, checks the results.</summary>
internal sealed class CustomApiHandler : IMessageHandler
{
    private readonly Engine _engine;

    public CustomApiHandler(Engine engine) => _engine = engine;

    public string Message => "";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        CustomApi api = _engine.Registry.FindCustomApi(request.RequestName)!;
        CheckParameters(api, request);
        OrganizationResponse response = new() { ResponseName = api.UniqueName };
        operation.Main.Output = response.Results;
        if (api.PluginType is null)
        {
            return response;
        }

        using (TraceScope scope = _engine.Recorder.CustomApi(api.PluginType))
        {
            _engine.Plugins.Run(PluginContext.ForCustomApi(operation, api), api);
        }

        if (operation.Unit.IsDoomed)
        {
            throw Fault.Because(ErrorCodes.TransactionReduced, FaultText.TransactionReduced);
        }

        CheckResults(api, response);
        return response;
    }

    private static void CheckParameters(CustomApi api, OrganizationRequest request)
    {
        if (api.BindingType == 1)
        {
            CheckTarget(api, request.Required<EntityReference>("Target"));
        }

        foreach (CustomApiParameter parameter in api.Parameters)
        {
            object? value = request.Parameters.TryGetValue(parameter.UniqueName, out object? given) ? given : null;
            if (value is null)
            {
                CheckOptional(api, parameter);
                continue;
            }

            if (!CustomApiTypes.Fits(parameter.Type, value))
            {
                throw Refuse($"The parameter '{parameter.UniqueName}' of '{api.UniqueName}' is a "
                    + $"{value.GetType().Name}; expected is {parameter.Type}.");
            }
        }

        CheckNames(api, request);
    }

    private static void CheckOptional(CustomApi api, CustomApiParameter parameter)
    {
        if (!parameter.IsOptional)
        {
            throw Refuse($"Required field '{parameter.UniqueName}' is missing for the request '{api.UniqueName}'.");
        }
    }

    private static void CheckTarget(CustomApi api, EntityReference target)
    {
        if (target.LogicalName != api.BoundTable)
        {
            throw Refuse($"'{api.UniqueName}' is bound to '{api.BoundTable}', not to '{target.LogicalName}'.");
        }
    }

    /// <summary>Names that nobody declared are refused, so that a misspelt one is noticed.</summary>
    private static void CheckNames(CustomApi api, OrganizationRequest request)
    {
        foreach (KeyValuePair<string, object> given in request.Parameters)
        {
            bool known = api.Parameters.Any(parameter => parameter.UniqueName == given.Key)
                || (api.BindingType == 1 && given.Key == "Target")
                || CommonParameters.Has(given.Key);
            if (!known)
            {
                throw Refuse($"'{given.Key}' is not a parameter of '{api.UniqueName}'.");
            }
        }
    }

    private static void CheckResults(CustomApi api, OrganizationResponse response)
    {
        foreach (CustomApiParameter result in api.Results)
        {
            if (response.Results.TryGetValue(result.UniqueName, out object? value)
                && value is not null
                && !CustomApiTypes.Fits(result.Type, value))
            {
                throw Refuse($"The plug-in of '{api.UniqueName}' set '{result.UniqueName}' to a "
                    + $"{value.GetType().Name}; the response property is {result.Type}.");
            }
        }
    }

    private static Exception Refuse(string text) => Fault.Because(ErrorCodes.InvalidArgument, text);
}
