using System;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Plugins;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Dataverse.Local.Messages;

/// <summary>Looks the row up by id or alternate key, then is a Create or an Update, with their steps.</summary>
internal sealed class UpsertHandler : IMessageHandler
{
    public string Message => "Upsert";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        Entity row = request.Required<Entity>("Target");
        Table table = operation.Tables.Get(row.LogicalName);
        if (UpsertTargets.Find(operation, table, row) is Guid known)
        {
            UpsertTargets.ToUpdate(row, known);
            operation.Execute(new UpdateRequest { Target = row }.With(request));
            return new UpsertAnswer(row.LogicalName, known, Created: false).ToResponse();
        }

        UpsertTargets.ToCreate(row);
        Guid created = ((CreateResponse)operation.Execute(new CreateRequest { Target = row }.With(request))).id;
        return new UpsertAnswer(row.LogicalName, created, Created: true).ToResponse();
    }
}
