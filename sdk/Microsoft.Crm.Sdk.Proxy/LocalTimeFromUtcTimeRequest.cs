using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Crm2011)]
public sealed class LocalTimeFromUtcTimeRequest : OrganizationRequest
{
    public LocalTimeFromUtcTimeRequest()
    {
        RequestName = "LocalTimeFromUtcTime";
        TimeZoneCode = 0;
        UtcTime = default;
    }

    public int TimeZoneCode
    {
        get => Parameters.Read<int>(nameof(TimeZoneCode));
        set => Parameters[nameof(TimeZoneCode)] = value;
    }

    public DateTime UtcTime
    {
        get => Parameters.Read<DateTime>(nameof(UtcTime));
        set => Parameters[nameof(UtcTime)] = value;
    }
}
