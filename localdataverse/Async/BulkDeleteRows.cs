using System;
using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Query;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Async;

/// <summary>The rows of bulkdeleteoperation and bulkdeletefailure, written by the service alone.</summary>
internal static class BulkDeleteRows
{
    public const string TableName = "bulkdeleteoperation";
    private const string FailureTable = "bulkdeletefailure";
    private const int LongestDescription = 512;

    public static void Insert(Operation operation, JobDraft job, DateTime start, bool isRecurring)
    {
        EntityReference user = new("systemuser", operation.UserId);
        Entity row = new(TableName, operation.Engine.Ids.Next())
        {
            ["name"] = job.Name,
            ["asyncoperationid"] = new EntityReference(JobRows.TableName, job.Id),
            ["successcount"] = 0,
            ["failurecount"] = 0,
            ["processingqeindex"] = 0,
            ["isrecurring"] = isRecurring,
            ["nextrun"] = start,
            ["createdon"] = operation.CreatedOn,
            ["modifiedon"] = operation.CreatedOn,
            ["createdby"] = user,
            ["modifiedby"] = user,
            ["ownerid"] = user,
            ["owninguser"] = user,
        };
        JobRows.SetState(
            row.Attributes, job.PostponeUntil is null ? JobStatus.WaitingForResources : JobStatus.Waiting);
        row["bulkdeleteoperationid"] = row.Id;
        operation.Session.Insert(operation.Tables.Get(TableName), row);
    }

    /// <summary>Null: somebody has deleted it.</summary>
    public static Entity? Find(Engine engine, Session session, Guid jobId)
    {
        Table table = engine.Tables.Get(TableName);
        Source root = new(table, table.LogicalName) { Filter = new Filter() };
        foreach (string column in new[] { "bulkdeleteoperationid", "successcount", "failurecount" })
        {
            root.Columns.Add(new SelectColumn(root, table.Find(column)!));
        }

        root.Filter.Conditions.Add(new Condition(
            root, table.Find("asyncoperationid")!, ConditionOperator.Equal, [jobId]));
        return session.Select(new SelectQuery(root) { Top = 1 }, QueryContext.Neutral).Entities.FirstOrDefault();
    }

    public static void Show(Engine engine, Session session, Guid jobId, JobStatus status, DateTime? nextRun)
    {
        if (Find(engine, session, jobId) is Entity row)
        {
            AttributeCollection changes = new() { ["nextrun"] = nextRun!, ["modifiedon"] = engine.Now() };
            JobRows.SetState(changes, status);
            session.Update(engine.Tables.Get(TableName), row.Id, changes);
        }
    }

    /// <summary>Adds to what earlier runs have deleted.</summary>
    public static void Count(Engine engine, Session session, Guid jobId, BulkDeletion run)
    {
        if (Find(engine, session, jobId) is Entity row)
        {
            AttributeCollection changes = new()
            {
                ["successcount"] = row.GetAttributeValue<int>("successcount") + run.Deleted,
                ["failurecount"] = row.GetAttributeValue<int>("failurecount") + run.Failed,
            };
            session.Update(engine.Tables.Get(TableName), row.Id, changes);
        }
    }

    public static void InsertFailure(Engine engine, Session session, JobRow job, BulkDeleteFailure failure)
    {
        if (Find(engine, session, job.Id) is not Entity operation)
        {
            return;
        }

        string text = failure.Fault.Message;
        Entity row = new(FailureTable, engine.Ids.Next())
        {
            ["asyncoperationid"] = new EntityReference(JobRows.TableName, job.Id),
            ["bulkdeleteoperationid"] = new EntityReference(TableName, operation.Id),
            ["regardingobjectid"] = failure.Row,
            ["errornumber"] = failure.Fault.ErrorCode,
            ["errordescription"] = text.Length > LongestDescription ? text[..LongestDescription] : text,
            ["orderedqueryindex"] = failure.QueryIndex,
            ["ownerid"] = job.Owner,
        };
        row["bulkdeletefailureid"] = row.Id;
        session.Insert(engine.Tables.Get(FailureTable), row);
    }
}
