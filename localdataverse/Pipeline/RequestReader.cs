using System;
using Dataverse.Local.Messages.Rows;
using Dataverse.Local.Metadata;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Pipeline;

/// <summary>Turns a request into an operation: copies it, finds its table and row, and the steps that listen.</summary>
internal sealed class RequestReader
{
    private readonly Engine _engine;

    public RequestReader(Engine engine) => _engine = engine;

    public Operation Read(OrganizationRequest request, Caller caller, UnitOfWork unit)
    {
        ParameterCollection input = Copies.Of(request.Parameters);
        string table = TableOf(input);
        MessageEvent main = new(request.RequestName, table, input);
        Operation operation = new(_engine, unit, caller, main)
        {
            Plan = BypassedSteps.Without(_engine.Registry.PlanFor(main.Message, table), input),
        };
        if (table.Length > 0)
        {
            NameRow(operation, input);
        }

        AddRows(operation);
        if (input.TryGetValue("tag", out object? tag))
        {
            main.SharedVariables["tag"] = tag;
            main.EarlyVariables["tag"] = tag;
        }

        return operation;
    }

    public static string TableOf(ParameterCollection input)
    {
        object? subject = SubjectOf(input);
        return subject switch
        {
            Entity row => row.LogicalName ?? "",
            EntityReference reference => reference.LogicalName ?? "",
            EntityCollection rows => rows.EntityName ?? (rows.Entities.Count > 0 ? rows.Entities[0].LogicalName : ""),
            QueryExpression query => query.EntityName ?? "",
            QueryByAttribute query => query.EntityName ?? "",
            FetchExpression fetch => FetchTable.Of(fetch.Query),
            _ => "",
        };
    }

    private static object? SubjectOf(ParameterCollection input)
    {
        foreach (string name in SubjectNames)
        {
            if (input.TryGetValue(name, out object? value) && value is not null)
            {
                return value;
            }
        }

        return null;
    }

    private static readonly string[] SubjectNames = ["Target", "EntityMoniker", "Query", "Targets"];

    /// <summary>Alternate keys become ids before any step sees the request.</summary>
    private void NameRow(Operation operation, ParameterCollection input)
    {
        MessageEvent main = operation.Main;
        object? subject = SubjectOf(input);
        Table? table = subject is Entity or EntityReference ? _engine.Tables.Get(main.Table) : null;
        switch (subject)
        {
            case Entity row when main.Message is "Create":
                ColumnChecks.DropReadOnly(table!, row.Attributes, creating: true);
                main.RowId = row.Id;
                break;
            case Entity row when main.Message is "Update":
                ColumnChecks.DropReadOnly(table!, row.Attributes, creating: false);
                main.RowId = row.Id = RowKeys.IdOf(operation, table!, row);
                break;
            case Entity row:
                main.RowId = row.Id;
                break;
            case EntityReference reference:
                main.RowId = reference.Id = RowKeys.IdOf(operation, table!, reference);
                break;
        }
    }

    private static void AddRows(Operation operation)
    {
        MessageEvent main = operation.Main;
        string? single = BulkMessages.SingleOf(main.Message);
        if (single is not null && main.Input["Targets"] is EntityCollection targets)
        {
            operation.Bulk = main;
            operation.Rows = RowsOf(operation, single, targets);
            return;
        }

        operation.Rows = [main];
        if (operation.Plan.HasBulkSteps && main.Target is Entity target)
        {
            EntityCollection one = new() { EntityName = main.Table };
            one.Entities.Add(target);
            operation.Bulk = new MessageEvent(
                BulkMessages.BulkOf(main.Message)!, main.Table, new ParameterCollection { ["Targets"] = one });
        }
    }

    private static MessageEvent[] RowsOf(Operation operation, string single, EntityCollection targets)
    {
        MessageEvent[] rows = new MessageEvent[targets.Entities.Count];
        for (int i = 0; i < rows.Length; i++)
        {
            Entity target = targets.Entities[i];
            if (target.LogicalName != operation.Main.Table)
            {
                throw Fault.Because(
                    ErrorCodes.InvalidArgument,
                    $"All rows of {operation.Main.Message} belong to one table: '{operation.Main.Table}' and "
                        + $"'{target.LogicalName}' were given.");
            }

            rows[i] = new MessageEvent(single, target.LogicalName, new ParameterCollection { ["Target"] = target });
            Table table = operation.Tables.Get(target.LogicalName);
            ColumnChecks.DropReadOnly(table, target.Attributes, creating: single == "Create");
            if (single == "Update")
            {
                rows[i].RowId = target.Id = RowKeys.IdOf(operation, table, target);
            }
        }

        return rows;
    }
}
