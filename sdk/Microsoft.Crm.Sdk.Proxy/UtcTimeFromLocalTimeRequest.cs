using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Crm2011)]
public sealed class UtcTimeFromLocalTimeRequest : OrganizationRequest
{
    public UtcTimeFromLocalTimeRequest()
    {
        RequestName = "UtcTimeFromLocalTime";
        TimeZoneCode = 0;
        LocalTime = default;
    }

    public int TimeZoneCode
    {
        get => Parameters.Read<int>(nameof(TimeZoneCode));
        set => Parameters[nameof(TimeZoneCode)] = value;
    }

    public DateTime LocalTime
    {
        get => Parameters.Read<DateTime>(nameof(LocalTime));
        set => Parameters[nameof(LocalTime)] = value;
    }
}
