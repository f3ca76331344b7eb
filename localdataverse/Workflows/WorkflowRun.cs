using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Workflows;

/// <summary>One run of a workflow on one row.</summary>
internal sealed class WorkflowRun
{
    private readonly EntityReference _row;
    private readonly IOrganizationService _service;

    public WorkflowRun(Operation operation, EntityReference row, IOrganizationService service)
    {
        Operation = operation;
        _row = row;
        _service = service;
    }

    /// <summary>The request that the activities see as theirs.</summary>
    public Operation Operation { get; }

    public Dictionary<string, object?> Variables { get; } = new(StringComparer.Ordinal);

    public void Execute(string xaml)
    {
        foreach (WorkflowAction action in WorkflowXaml.Read(xaml))
        {
            action.Run(this);
        }
    }

    public object? ValueOf(WorkflowToken token) =>
        token.IsText ? token.Text : Variables.GetValueOrDefault(token.Text);

    /// <summary><c>primaryEntity</c>, or <c>related_lookup#table</c>; null if it is empty.</summary>
    public object? Column(string rowKey, string column)
    {
        EntityReference? row = rowKey == "primaryEntity" ? _row : Related(rowKey);
        return row is null ? null : Read(row, column);
    }

    private EntityReference? Related(string rowKey)
    {
        const string Prefix = "related_";
        int end = rowKey.IndexOf('#', StringComparison.Ordinal);
        if (!rowKey.StartsWith(Prefix, StringComparison.Ordinal) || end < 0)
        {
            throw Fault.NotSupported($"The row '{rowKey}' in a workflow");
        }

        EntityReference? related = Read(_row, rowKey[Prefix.Length..end]) as EntityReference;
        return related?.LogicalName == rowKey[(end + 1)..] ? related : null;
    }

    private object? Read(EntityReference row, string column) =>
        _service.Retrieve(row.LogicalName, row.Id, new ColumnSet(column)).Attributes
            .FirstOrDefault(attribute => attribute.Key == column).Value;
}
