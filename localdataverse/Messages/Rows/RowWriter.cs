using System;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Messages.Rows;

/// <summary>
/// The main operation on one row: what every message that creates, changes or deletes rows ends in. Steps are not its
/// business, table rules are.
/// </summary>
internal static class RowWriter
{
    private static readonly ColumnSet AllColumns = new(true);

    /// <summary>Completes, checks and stores a new row; returns its id.</summary>
    public static Guid Create(Operation operation, Entity row)
    {
        TableProfile profile = ProfileOf(operation, row.LogicalName);
        RefusePairs(profile.Table, "Create");
        TableRule[] rules = operation.Engine.Rules.Of(row.LogicalName);
        Related.Refuse(row);
        RowIds.GiveId(operation, profile.Table, row);
        foreach (TableRule rule in rules)
        {
            rule.BeforeCreate(operation, row);
        }

        Owners.CompleteNew(operation, profile, row);
        Defaults.Complete(operation, profile, row);
        ColumnChecks.Check(operation, profile.Table, row.Attributes);
        StateRules.CompleteNew(profile.Table, row);
        BaseAmounts.CompleteNew(operation, profile, row);
        ActivityRows.Complete(profile.Table, row);
        operation.Session.Insert(profile.Table, row);
        operation.Unit.Watch?.Created(row.LogicalName, row.Id);
        ActivityRows.Created(operation, profile.Table, row);
        operation.Engine.Requests.CountWritten();
        foreach (TableRule rule in rules)
        {
            rule.AfterCreate(operation, row);
        }

        return row.Id;
    }

    /// <summary>Completes, checks and stores changes of a row that must exist.</summary>
    public static void Update(Operation operation, Entity changes, ConcurrencyBehavior concurrency)
    {
        TableProfile profile = ProfileOf(operation, changes.LogicalName);
        RefusePairs(profile.Table, "Update");
        TableRule[] rules = operation.Engine.Rules.Of(changes.LogicalName);
        Related.Refuse(changes);
        Entity before = Existing(operation, profile, changes.Id, allColumns: rules.Length > 0);
        RowVersions.Check(changes.ToEntityReference(), before, concurrency);
        foreach (TableRule rule in rules)
        {
            rule.BeforeUpdate(operation, changes, before);
        }

        Owners.CompleteChanged(operation, profile, changes);
        AssignCascade? assigned = AssignCascade.Of(operation, profile, changes);
        ColumnChecks.Check(operation, profile.Table, changes.Attributes);
        StateRules.CompleteChanged(profile.Table, changes, before);
        BaseAmounts.CompleteChanged(operation, profile, changes, before);
        Defaults.Touch(operation, profile, changes);
        operation.Unit.Watch?.Updated(operation, changes, concurrency);
        operation.Session.Update(profile.Table, changes.Id, changes.Attributes);
        ActivityRows.Changed(operation, profile.Table, changes);
        operation.Engine.Requests.CountWritten();
        foreach (TableRule rule in rules)
        {
            rule.AfterUpdate(operation, changes, before);
        }

        assigned?.Follow(operation);
    }

    /// <summary>Deletes a row that must exist, after what its relationships demand.</summary>
    public static void Delete(Operation operation, EntityReference target, ConcurrencyBehavior concurrency)
    {
        TableProfile profile = ProfileOf(operation, target.LogicalName);
        RefusePairs(profile.Table, "Delete");
        TableRule[] rules = operation.Engine.Rules.Of(target.LogicalName);
        Entity before = Existing(operation, profile, target.Id, allColumns: rules.Length > 0);
        RowVersions.Check(target, before, concurrency);
        foreach (TableRule rule in rules)
        {
            rule.BeforeDelete(operation, before);
        }

        DeleteCascade.Run(operation, profile.Table, target.Id);
        operation.Unit.Watch?.Deleted(operation, target, concurrency);
        operation.Session.Delete(profile.Table, target.Id);
        ActivityRows.Deleted(operation, profile.Table, target.Id);
        operation.Engine.Requests.CountWritten();
        foreach (TableRule rule in rules)
        {
            rule.AfterDelete(operation, before);
        }
    }

    /// <summary>The platform's fault for a row that is not there.</summary>
    public static Exception NotFound(string table, Guid id) =>
        Fault.Because(ErrorCodes.ObjectDoesNotExist, $"Entity '{table}' With Id = {id} Does Not Exist");

    /// <summary>
    /// Rows of an intersect table come and go by Associate and Disassociate only, activity pointers with their
    /// activity.
    /// </summary>
    private static void RefusePairs(Table table, string method)
    {
        if (table.IsIntersect || table.LogicalName == ActivityRows.Pointer)
        {
            throw Fault.Because(
                ErrorCodes.EntityDoesNotSupportMessage,
                $"The '{method}' method does not support entities of type '{table.LogicalName}'. "
                    + "MessageProcessorCache returned MessageProcessor.Empty.");
        }
    }

    private static TableProfile ProfileOf(Operation operation, string table) =>
        operation.Engine.Profiles.Of(operation.Tables.Get(table));

    private static Entity Existing(Operation operation, TableProfile profile, Guid id, bool allColumns) =>
        operation.Session.Find(profile.Table, id, allColumns ? AllColumns : profile.ColumnsBeforeUpdate)
            ?? throw NotFound(profile.Table.LogicalName, id);
}
