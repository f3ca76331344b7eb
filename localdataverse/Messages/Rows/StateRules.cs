using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Messages.Rows;

/// <summary>
/// A status reason belongs to one state, and a change of state without one takes the state's default.
/// </summary>
internal static class StateRules
{
    public static void CompleteNew(Table table, Entity row)
    {
        if (table.State is null || table.Status is null)
        {
            return;
        }

        int state = Value(row, "statecode") ?? 0;
        int? status = Value(row, "statuscode");
        row.Attributes["statecode"] = new OptionSetValue(state);
        row.Attributes["statuscode"] = new OptionSetValue(status ?? DefaultOf(table, state));
        if (status is int given)
        {
            Check(table, row, state, given);
        }
    }

    public static void CompleteChanged(Table table, Entity changes, Entity before)
    {
        if (table.State is null || table.Status is null)
        {
            return;
        }

        int? newState = Value(changes, "statecode");
        int? newStatus = Value(changes, "statuscode");
        int oldState = Value(before, "statecode") ?? 0;
        if (newState is null && newStatus is null)
        {
            return;
        }

        int state = newState ?? oldState;
        if (newStatus is int status)
        {
            Check(table, changes, state, status);
        }
        else if (state != oldState)
        {
            changes.Attributes["statuscode"] = new OptionSetValue(DefaultOf(table, state));
        }
    }

    private static int DefaultOf(Table table, int state)
    {
        if (table.State!.Choices?.Find(state)?.DefaultStatus is int named)
        {
            return named;
        }

        foreach (Choice option in table.Status!.Choices?.Options ?? [])
        {
            if (option.State == state)
            {
                return option.Value;
            }
        }

        return state == 0 ? 1 : 2;
    }

    private static void Check(Table table, Entity row, int state, int status)
    {
        Choice? option = table.Status!.Choices?.Find(status);
        if (option?.State is int belongsTo && belongsTo != state)
        {
            Choice? target = table.State!.Choices?.Find(state);
            string name = target?.InvariantName ?? target?.Labels.ToString() ?? "";
            throw Fault.Because(
                ErrorCodes.InvalidStatusForState,
                $"{status} is not a valid status code for state code {table.SchemaName}State.{name} on "
                    + $"{table.LogicalName} with Id {row.Id}.");
        }
    }

    private static int? Value(Entity row, string column) =>
        row.Attributes.TryGetValue(column, out object? value) ? (value as OptionSetValue)?.Value : null;
}
