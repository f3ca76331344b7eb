using System;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.PluginTelemetry;

namespace Dataverse.Local.Plugins;

/// <summary>Services beside the three that every plugin uses.</summary>
internal static class OptionalServices
{
    public static object? Find(Type serviceType, TraceLog log)
    {
        if (serviceType == typeof(ILogger))
        {
            return new TelemetryLogger(log);
        }

        if (serviceType == typeof(IServiceEndpointNotificationService)
            || serviceType == typeof(IManagedIdentityService))
        {
            throw Fault.NotSupported($"The service {serviceType.Name}");
        }

        return null;
    }
}
