using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Crm2011)]
public sealed class SendEmailRequest : OrganizationRequest
{
    public SendEmailRequest()
    {
        RequestName = "SendEmail";
        EmailId = Guid.Empty;
        IssueSend = false;
    }

    public Guid EmailId
    {
        get => Parameters.Read<Guid>(nameof(EmailId));
        set => Parameters[nameof(EmailId)] = value;
    }

    public bool IssueSend
    {
        get => Parameters.Read<bool>(nameof(IssueSend));
        set => Parameters[nameof(IssueSend)] = value;
    }

    public string TrackingToken
    {
        get => Parameters.Read<string>(nameof(TrackingToken));
        set => Parameters[nameof(TrackingToken)] = value;
    }
}
