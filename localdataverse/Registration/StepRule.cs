using System;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Registration;

/// <summary>
/// A row of sdkmessageprocessingstep is a registration: creating it registers, its state switches it on and off,
/// deleting it takes it away, each from the next request after the commit on.
/// </summary>
internal sealed class StepRule : TableRule
{
    public override string Table => StepRows.TableName;

    public override void BeforeCreate(Operation operation, Entity row)
    {
        operation.Engine.Messages.Ensure(operation);
        object? type = Value(row, "plugintypeid") ?? Value(row, "eventhandler");
        if (type is not null)
        {
            row["plugintypeid"] = type;
            row["eventhandler"] = type;
        }

        row["rank"] = Value(row, "rank") ?? 1;
        row["ismanaged"] = false;
    }

    public override void AfterCreate(Operation operation, Entity row)
    {
        Step step = Reload(operation, row.Id);
        operation.Engine.Plugins.TypeOf(step.PluginType);
    }

    public override void BeforeUpdate(Operation operation, Entity changes, Entity before) =>
        ManagedRows.RefuseUpdate(operation, before);

    public override void AfterUpdate(Operation operation, Entity changes, Entity before) =>
        Reload(operation, before.Id);

    public override void BeforeDelete(Operation operation, Entity before) =>
        ManagedRows.RefuseDelete(before);

    public override void AfterDelete(Operation operation, Entity before)
    {
        Registry registry = operation.Registry;
        operation.Unit.AfterCommit(() => registry.RemoveSteps([before.Id]));
    }

    /// <summary>What the rows say now is checked at once and in force after the commit.</summary>
    internal static Step Reload(Operation operation, Guid id)
    {
        Entity row = operation.Session.Find(operation.Tables.Get(StepRows.TableName), id, new ColumnSet(true))!;
        Step step = StepRows.Read(operation.Session, row);
        StepRules.Check(step);
        Registry registry = operation.Registry;
        operation.Unit.AfterCommit(() => registry.Add(step));
        return step;
    }

    private static object? Value(Entity row, string column) =>
        row.Attributes.TryGetValue(column, out object? value) ? value : null;
}
