using System;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Query;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Messages;

/// <summary>An hour that the change to summer time leaves out counts as the next one.</summary>
internal sealed class UtcTimeFromLocalTimeHandler : IMessageHandler
{
    public string Message => "UtcTimeFromLocalTime";

    public TransactionUse Transaction => TransactionUse.ReadOnly;

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        DateTime local = request.Required<DateTime>("LocalTime");
        DateTime utc = UserTime.ToUtc(local, LocalTimeFromUtcTimeHandler.ZoneOf(request));
        return new UtcTimeFromLocalTimeResponse { Results = new ParameterCollection { ["UtcTime"] = utc } };
    }
}
