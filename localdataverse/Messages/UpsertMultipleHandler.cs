using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Plugins;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Dataverse.Local.Messages;

/// <summary>
/// No event of its own: the rows that are there are one UpdateMultiple, the others one CreateMultiple, whose steps and
/// those of the single messages run. Answers come in the order of the rows.
/// </summary>
internal sealed class UpsertMultipleHandler : IMessageHandler
{
    public string Message => "UpsertMultiple";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        EntityCollection targets = request.Required<EntityCollection>("Targets");
        if (targets.Entities.Count == 0)
        {
            throw Fault.Because(ErrorCodes.InvalidArgument, "UpsertMultiple: Targets is empty.");
        }

        string name = operation.Main.Table;
        Table table = operation.Tables.Get(name);
        Guid?[] known = targets.Entities.Select(row => Find(operation, table, row)).ToArray();
        EntityCollection updates = Some(name, targets, index => known[index] is not null);
        EntityCollection creates = Some(name, targets, index => known[index] is null);
        for (int i = 0; i < known.Length; i++)
        {
            Prepare(targets.Entities[i], known[i]);
        }

        if (updates.Entities.Count > 0)
        {
            operation.Execute(new UpdateMultipleRequest { Targets = updates }.With(request));
        }

        Queue<Guid> created = new(Create(operation, request, creates));
        UpsertResponse[] answers = known
            .Select(id => new UpsertAnswer(name, id ?? created.Dequeue(), Created: id is null).ToResponse())
            .ToArray();
        OrganizationResponse response = new UpsertMultipleResponse();
        response.Results = new ParameterCollection { ["Results"] = answers };
        return response;
    }

    private static Guid? Find(Operation operation, Table table, Entity row) => row.LogicalName == table.LogicalName
        ? UpsertTargets.Find(operation, table, row)
        : throw Fault.Because(
            ErrorCodes.InvalidArgument,
            $"All rows of UpsertMultiple belong to one table: '{table.LogicalName}' and '{row.LogicalName}' were "
                + "given.");

    private static EntityCollection Some(string table, EntityCollection targets, Func<int, bool> isOf) =>
        new(targets.Entities.Where((_, index) => isOf(index)).ToList()) { EntityName = table };

    private static void Prepare(Entity row, Guid? known)
    {
        if (known is Guid id)
        {
            UpsertTargets.ToUpdate(row, id);
        }
        else
        {
            UpsertTargets.ToCreate(row);
        }
    }

    private static Guid[] Create(Operation operation, OrganizationRequest request, EntityCollection rows) =>
        rows.Entities.Count == 0
            ? []
            : ((CreateMultipleResponse)operation.Execute(
                new CreateMultipleRequest { Targets = rows }.With(request))).Ids;
}
