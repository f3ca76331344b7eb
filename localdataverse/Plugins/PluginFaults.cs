using System;
using System.Globalization;
using System.ServiceModel;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Plugins;

/// <summary>
/// What a plugin's exception becomes for the caller. The exception itself, stack included, ends the trace text: the
/// fault of the contract cannot carry it as inner exception.
/// </summary>
internal static class PluginFaults
{
    public static Exception Of(Exception exception, string typeName, TraceLog log, DateTime now)
    {
        OrganizationServiceFault detail = exception switch
        {
            InvalidPluginExecutionException refused => Refused(refused),
            FaultException<OrganizationServiceFault> passed => Passed(passed.Detail),
            _ => Unexpected(exception, typeName),
        };
        detail.Timestamp = now;
        detail.TraceText = log.TextWith(exception, typeName, detail.TraceText);
        return Fault.From(detail);
    }

    /// <summary>The plugin's own message, as the user shall read it.</summary>
    private static OrganizationServiceFault Refused(InvalidPluginExecutionException refused)
    {
        OrganizationServiceFault detail = new() { ErrorCode = ErrorCodes.IsvAborted, Message = refused.Message };
        detail.ErrorDetails["OperationStatus"] = ((int)refused.Status).ToString(CultureInfo.InvariantCulture);
        detail.ErrorDetails["SubErrorCode"] = refused.ErrorCode.ToString(CultureInfo.InvariantCulture);
        return detail;
    }

    /// <summary>A fault of a nested request that the plugin lets through keeps code and text.</summary>
    private static OrganizationServiceFault Passed(OrganizationServiceFault inner)
    {
        OrganizationServiceFault detail = new()
        {
            ErrorCode = inner.ErrorCode,
            Message = inner.Message,
            InnerFault = inner,
            TraceText = inner.TraceText,
        };
        detail.ErrorDetails.AddRange(inner.ErrorDetails);
        return detail;
    }

    private static OrganizationServiceFault Unexpected(Exception exception, string typeName) => new()
    {
        ErrorCode = ErrorCodes.IsvUnexpected,
        Message = "An unexpected error occurred from ISV code. (ErrorType = ClientError) Unexpected exception from "
            + $"plug-in (Execute): {typeName}: {exception.GetType().FullName}: {exception.Message}",
    };
}
