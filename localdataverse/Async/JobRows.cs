using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Query;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Async;

/// <summary>
/// The asyncoperation rows. The service writes them to the store directly: no step listens to its own changes.
/// </summary>
internal static class JobRows
{
    public const string TableName = "asyncoperation";
    private const int LongestFriendlyMessage = 1000;
    private const int MostJobs = 1_000_000;

    /// <summary>All that a <see cref="JobRow"/> shows; the data is fetched when it is needed.</summary>
    private static readonly string[] Columns =
    [
        "name", "statecode", "statuscode", "operationtype", "friendlymessage", "retrycount", "depth", "correlationid",
        "correlationupdatedtime", "createdon", "postponeuntil", "recurrencepattern", "recurrencestarttime", "ownerid",
        "createdby", "regardingobjectid", "workflowactivationid", "sequence",
    ];

    private static readonly ColumnSet ReadColumns = new(Columns);
    private static readonly ColumnSet DataColumn = new("data");

    /// <summary>In the transaction of the operation that causes the job.</summary>
    public static void Insert(Operation operation, JobDraft draft)
    {
        Table table = operation.Tables.Get(TableName);
        EntityReference user = new("systemuser", operation.UserId);
        Entity row = new(TableName, draft.Id)
        {
            ["asyncoperationid"] = draft.Id,
            ["name"] = draft.Name,
            ["operationtype"] = new OptionSetValue((int)draft.Type),
            ["messagename"] = draft.Message,
            ["correlationid"] = operation.CorrelationId.ToString("D"),
            ["correlationupdatedtime"] = operation.CreatedOn,
            ["requestid"] = operation.Id,
            ["depth"] = operation.Depth,
            ["retrycount"] = 0,
            ["sequence"] = operation.Engine.Jobs.NextSequence(),
            ["createdon"] = operation.CreatedOn,
            ["modifiedon"] = operation.CreatedOn,
            ["createdby"] = user,
            ["modifiedby"] = user,
            ["ownerid"] = user,
            ["owninguser"] = user,
        };
        SetState(row.Attributes, draft.PostponeUntil is null ? JobStatus.WaitingForResources : JobStatus.Waiting);
        SetKnown(row, "primaryentitytype", draft.Table.Length == 0 ? null : draft.Table);
        SetKnown(row, "regardingobjectid", draft.Regarding);
        SetKnown(row, "postponeuntil", draft.PostponeUntil);
        SetKnown(row, "data", draft.Data);
        foreach (KeyValuePair<string, object> more in draft.More)
        {
            SetKnown(row, more.Key, more.Value);
        }

        operation.Session.Insert(table, row);
    }

    /// <summary>Null: it was deleted.</summary>
    public static JobRow? Find(Engine engine, Guid id)
    {
        Entity? row = JobStore.Read(engine, session => session.Find(engine.Tables.Get(TableName), id, ReadColumns));
        return row is null ? null : new JobRow(row);
    }

    /// <summary>What the job needs to run; empty: nothing was kept.</summary>
    public static string DataOf(Engine engine, Guid id)
    {
        Entity? row = JobStore.Read(engine, session => session.Find(engine.Tables.Get(TableName), id, DataColumn));
        return row?.GetAttributeValue<string>("data") ?? "";
    }

    /// <summary>Rows whose status is, or is not, one of those given, in the order in which they were made.</summary>
    public static IReadOnlyList<JobRow> Where(Engine engine, ConditionOperator op, params JobStatus[] statuses)
    {
        Table table = engine.Tables.Get(TableName);
        Source root = new(table, table.LogicalName) { Filter = new Filter() };
        root.Columns.AddRange(Columns.Select(name => new SelectColumn(root, table.Find(name)!)));
        object[] values = statuses.Select(status => (object)(int)status).ToArray();
        root.Filter.Conditions.Add(new Condition(root, table.Find("statuscode")!, op, values));
        SelectQuery query = new(root) { Top = MostJobs };
        return JobStore.Read(engine, session => session.Select(query, QueryContext.Neutral)).Entities
            .Select(row => new JobRow(row))
            .OrderBy(row => row.Sequence)
            .ToArray();
    }

    /// <summary>The greatest number given so far, over jobs that are over as well.</summary>
    public static long LastSequence(Engine engine)
    {
        Table table = engine.Tables.Get(TableName);
        Source root = new(table, table.LogicalName);
        root.Columns.Add(new SelectColumn(root, table.Find("sequence")!));
        SelectQuery query = new(root) { Top = 1 };
        query.Orders.Add(new Order(root, table.Find("sequence")!, descending: true));
        return JobStore.Read(engine, session => session.Select(query, QueryContext.Neutral)).Entities
            .Select(row => row.GetAttributeValue<long>("sequence"))
            .FirstOrDefault();
    }

    public static void Begin(Engine engine, Guid id)
    {
        AttributeCollection changes = new() { ["startedon"] = engine.Now(), ["postponeuntil"] = null! };
        SetState(changes, JobStatus.InProgress);
        Update(engine, id, changes);
    }

    /// <summary>A run that the end of the process has cut off: it is done again.</summary>
    public static void Unlock(Engine engine, Guid id)
    {
        AttributeCollection changes = new();
        SetState(changes, JobStatus.WaitingForResources);
        Update(engine, id, changes);
    }

    public static void Delete(Engine engine, Guid id) =>
        JobStore.Write(engine, session => session.Delete(engine.Tables.Get(TableName), id));

    /// <summary>The end of a run, and what it says about a fault.</summary>
    public static void End(Engine engine, JobRow row, JobOutcome outcome, DateTime? next)
    {
        DateTime now = engine.Now();
        AttributeCollection changes = new() { ["postponeuntil"] = next! };
        SetState(changes, outcome.Status);
        if (outcome.Status >= JobStatus.Succeeded)
        {
            changes["completedon"] = now;
        }

        if (outcome.IsRetry)
        {
            changes["retrycount"] = row.RetryCount + 1;
        }

        if (outcome.NextRun is not null)
        {
            changes["correlationid"] = Guid.NewGuid().ToString("D");
            changes["depth"] = 1;
        }

        changes["errorcode"] = outcome.Fault?.ErrorCode!;
        changes["message"] = outcome.Fault?.TraceText!;
        changes["friendlymessage"] = Cut(outcome.Fault?.Message)!;
        Update(engine, row.Id, changes);
    }

    public static void SetState(AttributeCollection row, JobStatus status)
    {
        row["statecode"] = new OptionSetValue((int)status / 10);
        row["statuscode"] = new OptionSetValue((int)status);
    }

    private static string? Cut(string? text) =>
        text?.Length > LongestFriendlyMessage ? text[..LongestFriendlyMessage] : text;

    private static void SetKnown(Entity row, string column, object? value)
    {
        if (value is not null)
        {
            row[column] = value;
        }
    }

    private static void Update(Engine engine, Guid id, AttributeCollection changes)
    {
        changes["modifiedon"] = engine.Now();
        JobStore.Write(engine, session => session.Update(engine.Tables.Get(TableName), id, changes));
    }
}
