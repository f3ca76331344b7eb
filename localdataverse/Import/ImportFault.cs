using System;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Import;

/// <summary>A package that cannot be imported: the platform's code, and a text with place and remedy.</summary>
internal static class ImportFault
{
    public static Exception Because(int errorCode, string message, Exception? inner = null)
    {
        // A fault exception takes no inner exception: the whole of it goes where the platform puts its traces.
        OrganizationServiceFault fault = new()
        {
            ErrorCode = errorCode,
            Message = message,
            TraceText = inner?.ToString() ?? string.Empty,
        };
        return new FaultException<OrganizationServiceFault>(fault, new FaultReason(message));
    }
}
