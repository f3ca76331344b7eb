using System;
using System.Globalization;
using Dataverse.Local.Limits;
using Microsoft.AspNetCore.Http;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Http;

/// <summary>How service protection tells a web client what is left, and when to come again.</summary>
internal static class RateHeaders
{
    /// <summary>Seconds that are left are written as the cloud does: 1,200.00.</summary>
    public static void WriteRemaining(HttpResponse response, Allowance left)
    {
        if (left.Requests is int requests)
        {
            response.Headers["x-ms-ratelimit-burst-remaining-xrm-requests"] =
                requests.ToString(CultureInfo.InvariantCulture);
        }

        if (left.ExecutionTime is TimeSpan time)
        {
            response.Headers["x-ms-ratelimit-time-remaining-xrm-requests"] =
                time.TotalSeconds.ToString("N2", CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Whole seconds, rounded up: who waits that long is let in.</summary>
    public static void WriteRetryAfter(HttpResponse response, OrganizationServiceFault fault)
    {
        if (fault.ErrorDetails.TryGetValue("Retry-After", out object? value) && value is TimeSpan wait)
        {
            response.Headers["Retry-After"] =
                Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }
    }
}
