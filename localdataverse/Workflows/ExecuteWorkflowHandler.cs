using System;
using System.Collections.Generic;
using Dataverse.Local.Async;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Query;
using Dataverse.Local.Security;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Workflows;

/// <summary>
/// Runs a real-time workflow within the request, or makes the system job of a background one. Both work for the caller.
/// </summary>
internal sealed class ExecuteWorkflowHandler : IMessageHandler
{
    /// <summary>Runs of one workflow on one row, in one chain within an hour.</summary>
    private const int MostRuns = 16;

    public string Message => "ExecuteWorkflow";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        if (request.Parameters.TryGetValue("InputArguments", out object? arguments) && arguments is not null)
        {
            throw Fault.NotSupported("The parameter 'InputArguments' of ExecuteWorkflow");
        }

        Entity workflow = WorkflowRows.Get(
            operation.Engine, operation.Session, request.Required<Guid>("WorkflowId"));
        if (!workflow.GetAttributeValue<bool>("ondemand") && !workflow.GetAttributeValue<bool>("subprocess"))
        {
            throw Fault.Because(unchecked((int)0x80045059), "Workflow must be marked as On Demand.");
        }

        RowAccess.DemandOfAll(operation, operation.Tables.Get("workflow"), workflow.Id, AccessRights.ReadAccess);
        EntityReference row = Row(operation, workflow, request.Required<Guid>("EntityId"));
        RowAccess.DemandOfAll(operation, operation.Tables.Get(row.LogicalName), row.Id, AccessRights.ReadAccess);
        Guid job = WorkflowRows.Value(workflow, "mode") == WorkflowRows.RealTime
            ? RunNow(operation, workflow, row)
            : Queue(operation, workflow, row);
        return new ExecuteWorkflowResponse { Results = new ParameterCollection { ["Id"] = job } };
    }

    private static EntityReference Row(Operation operation, Entity workflow, Guid id)
    {
        Table table = operation.Tables.Get(workflow.GetAttributeValue<string>("primaryentity") ?? "");
        return operation.Session.Exists(table, id)
            ? new EntityReference(table.LogicalName, id)
            : throw Fault.Because(
                ErrorCodes.ObjectDoesNotExist, $"Entity '{table.LogicalName}' With Id = {id} Does Not Exist");
    }

    /// <summary>No system job: the id is empty.</summary>
    private static Guid RunNow(Operation operation, Entity workflow, EntityReference row)
    {
        MessageEvent seen = WorkflowRows.Event(workflow.Id, row);
        Operation inner = new(operation.Engine, operation.Unit, operation.Caller, seen);
        new WorkflowRun(inner, row, inner.Service()).Execute(workflow.GetAttributeValue<string>("xaml") ?? "");
        return Guid.Empty;
    }

    private static Guid Queue(Operation operation, Entity workflow, EntityReference row)
    {
        RefuseLoop(operation, workflow.Id, row);
        JobDraft draft = new()
        {
            Id = operation.Engine.Ids.Next(),
            Type = JobType.Workflow,
            Name = workflow.GetAttributeValue<string>("name") ?? "",
            Message = "ExecuteWorkflow",
            Table = row.LogicalName,
            Regarding = row,
        };
        draft.More["workflowactivationid"] = workflow.ToEntityReference();
        JobRows.Insert(operation, draft);
        operation.Unit.Add(new SystemJob
        {
            Id = draft.Id,
            Type = JobType.Workflow,
            Trace = operation.Engine.Recorder.Queued("workflow " + draft.Name),
        });
        return draft.Id;
    }

    private static void RefuseLoop(Operation operation, Guid workflowId, EntityReference row)
    {
        Table jobs = operation.Tables.Get(JobRows.TableName);
        Source root = new(jobs, jobs.LogicalName) { Filter = new Filter() };
        root.Columns.Add(new SelectColumn(root, jobs.Find("asyncoperationid")!));
        AddEqual("workflowactivationid", workflowId);
        AddEqual("regardingobjectid", row.Id);
        AddEqual("correlationid", operation.CorrelationId.ToString("D"));
        root.Filter.Conditions.Add(new Condition(
            root, jobs.Find("createdon")!, ConditionOperator.GreaterThan, [operation.CreatedOn - JobRow.LoopTime]));
        ICollection<Entity> runs = operation.Session
            .Select(new SelectQuery(root) { Top = MostRuns }, QueryContext.Neutral).Entities;
        if (runs.Count >= MostRuns)
        {
            throw Fault.Because(ErrorCodes.SdkCorrelationTokenDepthTooHigh, FaultText.InfiniteLoop);
        }

        void AddEqual(string column, object value) => root.Filter.Conditions.Add(
            new Condition(root, jobs.Find(column)!, ConditionOperator.Equal, [value]));
    }
}
