using System;
using System.Collections.Generic;
using Dataverse.Local.Messages.Rows;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Plugins;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Messages;

/// <summary>
/// Assign and SetState are older messages for what an Update of owner or state does: whichever is sent, the steps of
/// both run. The message that comes second within the first is the one that writes.
/// </summary>
internal sealed class SpecializedEvents
{
    private readonly HashSet<Guid> _assigning = [];
    private readonly HashSet<Guid> _settingState = [];

    /// <summary>
    /// Runs the steps on Assign and SetState of an Update, if there are any. True: the row has been written since the
    /// caller read it, and the row version that he demands has been compared here.
    /// </summary>
    public static bool Raise(Operation operation, OrganizationRequest update, Entity target)
    {
        SpecializedEvents events = operation.Unit.Note<SpecializedEvents>();
        Table table = operation.Tables.Get(target.LogicalName);
        bool assigns = table.Ownership == Ownership.User
            && target.GetAttributeValue<object>("ownerid") is EntityReference
            && Listens(operation, "Assign", table)
            && !events._assigning.Contains(target.Id);
        bool setsState = table.State is not null
            && target.GetAttributeValue<object>("statecode") is OptionSetValue
            && Listens(operation, "SetState", table)
            && !events._settingState.Contains(target.Id);
        if (!assigns && !setsState)
        {
            return false;
        }

        CheckVersion(operation, update, table, target);
        if (assigns)
        {
            Within(events._assigning, target.Id, () => operation.Execute(new AssignRequest
            {
                Target = target.ToEntityReference(),
                Assignee = (EntityReference)target["ownerid"],
            }.With(update)));
        }

        if (setsState)
        {
            Within(events._settingState, target.Id, () => operation.Execute(new SetStateRequest
            {
                EntityMoniker = target.ToEntityReference(),
                State = (OptionSetValue)target["statecode"],
                Status = target.GetAttributeValue<OptionSetValue>("statuscode") ?? new OptionSetValue(-1),
            }.With(update)));
        }

        return true;
    }

    /// <summary>The owner: by an Update with its steps, or within one.</summary>
    public static void Assign(Operation operation, OrganizationRequest assign, Entity changes) =>
        Write(operation, assign, changes, operation.Unit.Note<SpecializedEvents>()._assigning);

    /// <summary>State and status: by an Update with its steps, or within one.</summary>
    public static void SetState(Operation operation, OrganizationRequest setState, Entity changes) =>
        Write(operation, setState, changes, operation.Unit.Note<SpecializedEvents>()._settingState);

    private static void Write(
        Operation operation, OrganizationRequest request, Entity changes, HashSet<Guid> running)
    {
        if (running.Contains(changes.Id))
        {
            RowWriter.Update(operation, changes, ConcurrencyBehavior.Default);
            return;
        }

        Within(running, changes.Id, () => operation.Execute(
            new Microsoft.Xrm.Sdk.Messages.UpdateRequest { Target = changes }.With(request)));
    }

    private static void Within(HashSet<Guid> running, Guid id, Action work)
    {
        running.Add(id);
        try
        {
            work();
        }
        finally
        {
            running.Remove(id);
        }
    }

    private static bool Listens(Operation operation, string message, Table table) =>
        operation.Registry.PlanFor(message, table.LogicalName).HasSteps;

    private static void CheckVersion(Operation operation, OrganizationRequest update, Table table, Entity target)
    {
        ConcurrencyBehavior concurrency = update.Optional<ConcurrencyBehavior>("ConcurrencyBehavior");
        if (concurrency == ConcurrencyBehavior.IfRowVersionMatches
            && operation.Session.Find(table, target.Id, new ColumnSet(false)) is Entity before)
        {
            RowVersions.Check(target.ToEntityReference(), before, concurrency);
        }
    }
}
