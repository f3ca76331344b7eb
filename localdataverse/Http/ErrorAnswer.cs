using System;
using System.Globalization;
using System.ServiceModel;
using System.Threading.Tasks;
using Dataverse.Local.Http.Api;
using Dataverse.Local.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Http;

/// <summary>Errors as the Web API writes them: <c>{"error":{"code":"0x80040217","message":"..."}}</c>.</summary>
internal static class ErrorAnswer
{
    /// <summary>0x80060888: a URL that OData does not understand.</summary>
    public const int InvalidUrl = unchecked((int)0x80060888);

    /// <summary>0x80048d19: a body that does not fit the table.</summary>
    public const int InvalidPayload = unchecked((int)0x80048D19);

    /// <summary>0x80072560: nobody that may call.</summary>
    public const int Refused = unchecked((int)0x80072560);

    private const int AccessDenied = unchecked((int)0x80040221);

    public static Task Write(HttpContext context, Exception failure)
    {
        if (failure is FaultException<OrganizationServiceFault> refused)
        {
            RateHeaders.WriteRetryAfter(context.Response, refused.Detail);
        }

        return Of(failure).Write(context);
    }

    public static ApiAnswer Of(Exception failure) => failure switch
    {
        ApiException known => Of(known.Status, known.Code, known.Message),
        FaultException<OrganizationServiceFault> fault =>
            Of(StatusOf(fault.Detail.ErrorCode), fault.Detail.ErrorCode, fault.Detail.Message),
        BadHttpRequestException bad => Of(bad.StatusCode, InvalidPayload, bad.Message),
        _ => Of(500, ErrorCodes.UnexpectedError, $"{failure.GetType().Name}: {failure.Message}"),
    };

    public static int StatusOf(int code) => code switch
    {
        ErrorCodes.ObjectDoesNotExist or ErrorCodes.RecordNotFoundByEntityKey => 404,
        ErrorCodes.ConcurrencyVersionMismatch or ErrorCodes.DuplicateRecord
            or ErrorCodes.DuplicateRecordEntityKey => 412,
        ErrorCodes.PrivilegeDenied or ErrorCodes.AccessDeniedToRow or ErrorCodes.CannotActOnBehalf
            or ErrorCodes.SecuredColumnCreate or ErrorCodes.SecuredColumnUpdate or ErrorCodes.UserNotAssignedRoles
            or ErrorCodes.UserNotEnabled or AccessDenied => 403,
        ErrorCodes.ThrottlingTimeExceeded or ErrorCodes.ThrottlingBurstRequestLimitExceeded
            or ErrorCodes.ThrottlingConcurrencyLimitExceeded => 429,
        ErrorCodes.NotSupported => 501,
        ErrorCodes.UnexpectedError or ErrorCodes.IsvUnexpected => 500,
        _ => 400,
    };

    /// <summary>True: nobody has foreseen it, so its stack trace is worth keeping.</summary>
    public static bool IsUnforeseen(Exception failure) =>
        failure is not (ApiException or FaultException<OrganizationServiceFault> or BadHttpRequestException);

    private static ApiAnswer Of(int status, int code, string message) => ApiAnswer.Json(
        json =>
        {
            json.WriteStartObject();
            json.WriteStartObject("error");
            json.WriteString("code", "0x" + code.ToString("x8", CultureInfo.InvariantCulture));
            json.WriteString("message", message);
            json.WriteEndObject();
            json.WriteEndObject();
        },
        status);
}
