using System;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Messages;

/// <summary>The answer has no kind: it is what a clock in that zone shows.</summary>
internal sealed class LocalTimeFromUtcTimeHandler : IMessageHandler
{
    public string Message => "LocalTimeFromUtcTime";

    public TransactionUse Transaction => TransactionUse.ReadOnly;

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        DateTime utc = request.Required<DateTime>("UtcTime");
        DateTime local = TimeZoneInfo.ConvertTimeFromUtc(
            utc.Kind == DateTimeKind.Local ? utc.ToUniversalTime() : DateTime.SpecifyKind(utc, DateTimeKind.Utc),
            ZoneOf(request));
        return new LocalTimeFromUtcTimeResponse
        {
            Results = new ParameterCollection { ["LocalTime"] = DateTime.SpecifyKind(local, DateTimeKind.Unspecified) },
        };
    }

    public static TimeZoneInfo ZoneOf(OrganizationRequest request)
    {
        int code = request.Required<int>("TimeZoneCode");
        return TimeZoneCode.Find(code)?.Zone ?? throw Fault.NotSupported($"The time zone code {code}");
    }
}
