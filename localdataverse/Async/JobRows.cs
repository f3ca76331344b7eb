using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Query;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Async;

/// <summary>The asyncoperation rows of system jobs. Written to the store directly: no step listens to them.</summary>
internal static class JobRows
{
    private const string TableName = "asyncoperation";
    private const int Ready = 0;
    private const int Completed = 3;
    private const int WaitingForResources = 0;
    private const int Succeeded = 30;
    private const int Failed = 31;
    private const int ExecutePlugin = 1;

    public static void Insert(Operation operation, SystemJob job)
    {
        Table table = operation.Tables.Get(TableName);
        EntityReference user = new("systemuser", operation.UserId);
        Entity row = new(TableName, job.Id)
        {
            ["asyncoperationid"] = job.Id,
            ["name"] = job.Step.Name.Length > 0 ? job.Step.Name : job.Step.PluginType,
            ["operationtype"] = ExecutePlugin,
            ["statecode"] = new OptionSetValue(Ready),
            ["statuscode"] = new OptionSetValue(WaitingForResources),
            ["messagename"] = job.Context.MessageName,
            ["primaryentitytype"] = job.Context.PrimaryEntityName,
            ["correlationid"] = operation.CorrelationId.ToString("D"),
            ["depth"] = operation.Depth,
            ["createdon"] = operation.CreatedOn,
            ["modifiedon"] = operation.CreatedOn,
            ["createdby"] = user,
            ["modifiedby"] = user,
            ["ownerid"] = user,
        };
        row["owningextensionid"] = Existing(operation, new EntityReference("sdkmessageprocessingstep", job.Step.Id))!;
        if (job.Context.PrimaryEntityId != Guid.Empty && MayRegard(table, job.Context.PrimaryEntityName))
        {
            row["regardingobjectid"] = new EntityReference(job.Context.PrimaryEntityName, job.Context.PrimaryEntityId);
        }

        operation.Session.Insert(table, OnlyKnown(table, row));
    }

    /// <summary>
    /// When a file is opened: jobs that were still waiting when it was closed cannot run any more, and say so.
    /// </summary>
    public static void FailLost(Engine engine)
    {
        UnitOfWork unit = engine.Sessions.Rent();
        try
        {
            Table table = engine.Tables.Get(TableName);
            foreach (Guid id in JobsInState(unit.Session, table, Ready))
            {
                AttributeCollection changes = Ended(engine, Failed);
                changes["friendlymessage"] = "The environment was closed before this job ran.";
                unit.Session.Update(table, id, OnlyKnown(table, changes));
            }
        }
        finally
        {
            engine.Sessions.Return(unit);
        }
    }

    public static void Succeed(Engine engine, SystemJob job)
    {
        if (job.Step.DeleteJobOnSuccess)
        {
            Write(engine, (unit, table) => unit.Session.Delete(table, job.Id));
            return;
        }

        AttributeCollection changes = Ended(engine, Succeeded);
        Write(engine, (unit, table) => unit.Session.Update(table, job.Id, changes));
    }

    public static void Fail(Engine engine, SystemJob job, OrganizationServiceFault fault, int attempts)
    {
        AttributeCollection changes = Ended(engine, Failed);
        changes["errorcode"] = fault.ErrorCode;
        changes["message"] = fault.TraceText;
        changes["friendlymessage"] = fault.Message.Length > 1000 ? fault.Message[..1000] : fault.Message;
        changes["retrycount"] = attempts - 1;
        Write(engine, (unit, table) => unit.Session.Update(table, job.Id, OnlyKnown(table, changes)));
    }

    private static List<Guid> JobsInState(Session session, Table table, int state)
    {
        Source root = new(table, table.LogicalName);
        root.Columns.Add(new SelectColumn(root, table.Find(table.PrimaryId)!));
        root.Filter = new Filter();
        root.Filter.Conditions.Add(new Condition(root, table.Find("statecode")!, ConditionOperator.Equal, [state]));
        List<Guid> ids = [];
        foreach (Entity row in session.Select(new SelectQuery(root), QueryContext.Neutral).Entities)
        {
            ids.Add(row.Id);
        }

        return ids;
    }

    private static bool MayRegard(Table table, string target) =>
        table.Find("regardingobjectid") is Column column
        && column.Targets.Contains(target, StringComparer.Ordinal);

    /// <summary>Steps that were registered directly have no row.</summary>
    private static EntityReference? Existing(Operation operation, EntityReference step) =>
        operation.Tables.Find(step.LogicalName) is Table steps && operation.Session.Exists(steps, step.Id)
            ? step
            : null;

    private static AttributeCollection Ended(Engine engine, int status) => new()
    {
        ["statecode"] = new OptionSetValue(Completed),
        ["statuscode"] = new OptionSetValue(status),
        ["completedon"] = engine.Now(),
        ["modifiedon"] = engine.Now(),
    };

    private static void Write(Engine engine, Action<UnitOfWork, Table> write)
    {
        UnitOfWork unit = engine.Sessions.Rent();
        try
        {
            write(unit, engine.Tables.Get(TableName));
        }
        finally
        {
            engine.Sessions.Return(unit);
        }
    }

    private static Entity OnlyKnown(Table table, Entity row)
    {
        row.Attributes = OnlyKnown(table, row.Attributes);
        return row;
    }

    private static AttributeCollection OnlyKnown(Table table, AttributeCollection values)
    {
        AttributeCollection known = new();
        foreach (KeyValuePair<string, object> value in values)
        {
            if (table.Find(value.Key) is not null)
            {
                known[value.Key] = value.Value;
            }
        }

        return known;
    }
}
