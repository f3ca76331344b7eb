using System;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Workflows;

/// <summary>What a workflow row must be before it is run.</summary>
internal static class WorkflowRows
{
    public const string TableName = "workflow";
    public const int RealTime = 1;
    private const int Activated = 1;

    /// <summary>The activated row; the platform's fault for a draft.</summary>
    public static Entity Get(Engine engine, Session session, Guid id)
    {
        Entity workflow = session.Find(engine.Tables.Get(TableName), id, new ColumnSet(true))
            ?? throw Fault.Because(
                ErrorCodes.ObjectDoesNotExist, $"Entity '{TableName}' With Id = {id} Does Not Exist");
        if (Value(workflow, "category") != 0)
        {
            throw Fault.NotSupported($"Running '{workflow["name"]}', which is no classic workflow,");
        }

        return Value(workflow, "statecode") == Activated
            ? workflow
            : throw Fault.Because(ErrorCodes.InvalidArgument, "Workflow must be in Published state");
    }

    public static int Value(Entity workflow, string column) =>
        workflow.GetAttributeValue<OptionSetValue>(column)?.Value ?? 0;

    /// <summary>The request as activities see it.</summary>
    public static MessageEvent Event(Guid workflowId, EntityReference row) => new(
        "ExecuteWorkflow",
        row.LogicalName,
        new ParameterCollection { ["EntityId"] = row.Id, ["WorkflowId"] = workflowId })
    {
        RowId = row.Id,
    };
}
