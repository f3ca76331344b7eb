using System;
using System.Linq;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Query;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Async;

/// <summary>Checks the order and makes its job; what is to be deleted is looked for when the job runs.</summary>
internal sealed class BulkDeleteHandler : IMessageHandler
{
    public string Message => "BulkDelete";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        RefuseUnsupported(request);
        string pattern = request.Optional<string>("RecurrencePattern") ?? "";
        bool isRecurring = Recurrence.Read(pattern) is not null;
        BulkDeletePlan plan = Plan(request, operation);
        DateTime start = Start(request.Optional<DateTime>("StartDateTime"), operation.CreatedOn);
        JobDraft draft = new()
        {
            Id = operation.Engine.Ids.Next(),
            Type = JobType.BulkDelete,
            Name = request.Required<string>("JobName"),
            Message = Message,
            Table = plan.Queries[0].EntityName,
            PostponeUntil = start > operation.CreatedOn ? start : null,
            Data = JobText.Write(plan, JobValueTypes.OfValue(plan.Queries)),
        };
        if (isRecurring)
        {
            draft.More["recurrencepattern"] = pattern;
            draft.More["recurrencestarttime"] = start;
        }

        JobRows.Insert(operation, draft);
        BulkDeleteRows.Insert(operation, draft, start, isRecurring);
        operation.Unit.Add(new SystemJob
        {
            Id = draft.Id,
            Type = JobType.BulkDelete,
            Trace = operation.Engine.Recorder.Queued("bulk deletion " + draft.Name),
        });
        return new BulkDeleteResponse { Results = new ParameterCollection { ["JobId"] = draft.Id } };
    }

    private static BulkDeletePlan Plan(OrganizationRequest request, Operation operation)
    {
        QueryExpression[] queries = request.Required<QueryExpression[]>("QuerySet");
        if (queries.Length == 0 || queries.Any(query => query is null))
        {
            throw Fault.Because(ErrorCodes.InvalidArgument, "QuerySet of BulkDelete must hold queries.");
        }

        foreach (QueryExpression query in queries)
        {
            QueryReader.Read(query, operation.Tables);
        }

        return new BulkDeletePlan
        {
            Queries = queries,
            SendsMail = request.Optional<bool>("SendEmailNotification"),
            To = request.Optional<Guid[]>("ToRecipients") ?? [],
            Cc = request.Optional<Guid[]>("CCRecipients") ?? [],
        };
    }

    /// <summary>Not given, or past: at once.</summary>
    private static DateTime Start(DateTime given, DateTime now)
    {
        DateTime start = given.Kind == DateTimeKind.Local
            ? given.ToUniversalTime()
            : DateTime.SpecifyKind(given, DateTimeKind.Utc);
        return start == default ? now : start.AddTicks(-(start.Ticks % TimeSpan.TicksPerSecond));
    }

    private static void RefuseUnsupported(OrganizationRequest request)
    {
        foreach (string name in new[] { "RunNow", "SourceImportId", "Options" })
        {
            if (request.Parameters.TryGetValue(name, out object? value) && value is not null and not false)
            {
                throw Fault.NotSupported($"The parameter '{name}' of BulkDelete");
            }
        }
    }
}
