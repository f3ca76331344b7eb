using System;
using Dataverse.Local.Messages.Rows;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Plugins;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Dataverse.Local.Messages.Relations;

/// <summary>
/// Gives everything that hangs on the subordinate to the master, writes UpdateContent into the master and leaves the
/// subordinate inactive, merged, with the master as its master. No column is copied that UpdateContent does not name.
/// </summary>
internal sealed class MergeHandler : IMessageHandler
{
    private const int Inactive = 1;
    private const int Disqualified = 2;
    private const int DisqualifiedAsCanceled = 7;

    public string Message => "Merge";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        EntityReference master = request.Required<EntityReference>("Target");
        EntityReference subordinate = new(master.LogicalName, request.Required<Guid>("SubordinateId"));
        Entity? content = request.Optional<Entity>("UpdateContent");
        Table table = operation.Tables.Get(master.LogicalName);
        MergeChecks.Run(operation, master, subordinate, request.Optional<bool>("PerformParentingChecks"));
        new MergedChildren(operation, subordinate, master).Move();
        if (content is { Attributes.Count: > 0 })
        {
            Write(operation, request, Content(table, content, master.Id));
        }

        // First who the master is: a step on the change of state reads it.
        operation.Session.Update(table, subordinate.Id, new AttributeCollection
        {
            ["merged"] = true,
            ["masterid"] = new EntityReference(master.LogicalName, master.Id),
        });
        Write(operation, request, Deactivated(subordinate));
        return new MergeResponse();
    }

    /// <summary>A lead has no state Inactive: it is disqualified.</summary>
    private static Entity Deactivated(EntityReference row) => row.LogicalName == "lead"
        ? new Entity(row.LogicalName, row.Id)
        {
            ["statecode"] = new OptionSetValue(Disqualified),
            ["statuscode"] = new OptionSetValue(DisqualifiedAsCanceled),
        }
        : new Entity(row.LogicalName, row.Id) { ["statecode"] = new OptionSetValue(Inactive) };

    private static Entity Content(Table table, Entity given, Guid master)
    {
        if (!string.IsNullOrEmpty(given.LogicalName) && given.LogicalName != table.LogicalName)
        {
            throw Fault.Because(
                ErrorCodes.InvalidArgument,
                $"Merge: UpdateContent is of type '{given.LogicalName}', the rows are of type '{table.LogicalName}'.");
        }

        Entity content = new(table.LogicalName, master);
        foreach (System.Collections.Generic.KeyValuePair<string, object> value in given.Attributes)
        {
            if (value.Key != table.PrimaryId)
            {
                content[value.Key] = value.Value;
            }
        }

        ColumnChecks.DropReadOnly(table, content.Attributes, creating: false);
        return content;
    }

    private static void Write(Operation operation, OrganizationRequest merge, Entity changes)
    {
        if (operation.Engine.Options.Merge.RaiseUpdate)
        {
            operation.Execute(new UpdateRequest { Target = changes }.With(merge));
        }
        else
        {
            RowWriter.Update(operation, changes, ConcurrencyBehavior.Default);
        }
    }
}
