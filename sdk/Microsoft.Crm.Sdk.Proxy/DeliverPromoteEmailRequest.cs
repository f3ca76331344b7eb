using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Crm2011)]
public sealed class DeliverPromoteEmailRequest : OrganizationRequest
{
    public DeliverPromoteEmailRequest()
    {
        RequestName = "DeliverPromoteEmail";
        EmailId = Guid.Empty;
        MessageId = null;
        From = null;
        To = null;
        Cc = null;
        Bcc = null;
        ReceivedOn = default;
        SubmittedBy = null;
        Importance = null;
        Body = null;
        Attachments = null;
    }

    public Guid EmailId
    {
        get => Parameters.Read<Guid>(nameof(EmailId));
        set => Parameters[nameof(EmailId)] = value;
    }

    public string MessageId
    {
        get => Parameters.Read<string>(nameof(MessageId));
        set => Parameters[nameof(MessageId)] = value;
    }

    public string From
    {
        get => Parameters.Read<string>(nameof(From));
        set => Parameters[nameof(From)] = value;
    }

    public string To
    {
        get => Parameters.Read<string>(nameof(To));
        set => Parameters[nameof(To)] = value;
    }

    public string Cc
    {
        get => Parameters.Read<string>(nameof(Cc));
        set => Parameters[nameof(Cc)] = value;
    }

    public string Bcc
    {
        get => Parameters.Read<string>(nameof(Bcc));
        set => Parameters[nameof(Bcc)] = value;
    }

    public DateTime ReceivedOn
    {
        get => Parameters.Read<DateTime>(nameof(ReceivedOn));
        set => Parameters[nameof(ReceivedOn)] = value;
    }

    public string SubmittedBy
    {
        get => Parameters.Read<string>(nameof(SubmittedBy));
        set => Parameters[nameof(SubmittedBy)] = value;
    }

    public string Importance
    {
        get => Parameters.Read<string>(nameof(Importance));
        set => Parameters[nameof(Importance)] = value;
    }

    public string Body
    {
        get => Parameters.Read<string>(nameof(Body));
        set => Parameters[nameof(Body)] = value;
    }

    public EntityCollection Attachments
    {
        get => Parameters.Read<EntityCollection>(nameof(Attachments));
        set => Parameters[nameof(Attachments)] = value;
    }

    public Entity ExtraProperties
    {
        get => Parameters.Read<Entity>(nameof(ExtraProperties));
        set => Parameters[nameof(ExtraProperties)] = value;
    }

    public string Subject
    {
        get => Parameters.Read<string>(nameof(Subject));
        set => Parameters[nameof(Subject)] = value;
    }
}
