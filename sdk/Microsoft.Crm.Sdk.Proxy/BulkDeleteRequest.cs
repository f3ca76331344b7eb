using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Crm.Sdk.Messages;

[DataContract(Namespace = ContractNamespace.Crm2011)]
public sealed class BulkDeleteRequest : OrganizationRequest
{
    public BulkDeleteRequest()
    {
        RequestName = "BulkDelete";
        QuerySet = null;
        JobName = null;
        SendEmailNotification = false;
        ToRecipients = null;
        CCRecipients = null;
        RecurrencePattern = null;
        StartDateTime = default;
    }

    public QueryExpression[] QuerySet
    {
        get => Parameters.Read<QueryExpression[]>(nameof(QuerySet));
        set => Parameters[nameof(QuerySet)] = value;
    }

    public string JobName
    {
        get => Parameters.Read<string>(nameof(JobName));
        set => Parameters[nameof(JobName)] = value;
    }

    public bool SendEmailNotification
    {
        get => Parameters.Read<bool>(nameof(SendEmailNotification));
        set => Parameters[nameof(SendEmailNotification)] = value;
    }

    public Guid[] ToRecipients
    {
        get => Parameters.Read<Guid[]>(nameof(ToRecipients));
        set => Parameters[nameof(ToRecipients)] = value;
    }

    public Guid[] CCRecipients
    {
        get => Parameters.Read<Guid[]>(nameof(CCRecipients));
        set => Parameters[nameof(CCRecipients)] = value;
    }

    public string RecurrencePattern
    {
        get => Parameters.Read<string>(nameof(RecurrencePattern));
        set => Parameters[nameof(RecurrencePattern)] = value;
    }

    public DateTime StartDateTime
    {
        get => Parameters.Read<DateTime>(nameof(StartDateTime));
        set => Parameters[nameof(StartDateTime)] = value;
    }

    public bool RunNow
    {
        get => Parameters.Read<bool>(nameof(RunNow));
        set => Parameters[nameof(RunNow)] = value;
    }

    public Guid? SourceImportId
    {
        get => Parameters.Read<Guid?>(nameof(SourceImportId));
        set => Parameters[nameof(SourceImportId)] = value;
    }
}
