using System;
using System.Collections.Generic;
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
        Guid? existing = Find(operation, table, row);
        Guid id = existing is Guid known ? Update(operation, request, known) : Create(operation, request);
        return new UpsertResponse
        {
            Results = new ParameterCollection
            {
                ["RecordCreated"] = existing is null,
                ["Target"] = new EntityReference(row.LogicalName, id),
            },
        };
    }

    private static Guid? Find(Operation operation, Table table, Entity row)
    {
        if (row.KeyAttributes.Count > 0)
        {
            return RowKeys.Find(operation, table, row.KeyAttributes);
        }

        Guid id = RowKeys.IdOf(operation, table, row);
        return id != Guid.Empty && operation.Session.Exists(table, id) ? id : null;
    }

    private static Guid Update(Operation operation, OrganizationRequest upsert, Guid id)
    {
        Entity row = upsert.Required<Entity>("Target");
        row.Id = id;
        row.KeyAttributes.Clear();
        operation.Execute(new UpdateRequest { Target = row }.With(upsert));
        return id;
    }

    /// <summary>The key that found nothing becomes part of the new row.</summary>
    private static Guid Create(Operation operation, OrganizationRequest upsert)
    {
        Entity row = upsert.Required<Entity>("Target");
        foreach (KeyValuePair<string, object> key in row.KeyAttributes)
        {
            if (!row.Attributes.ContainsKey(key.Key))
            {
                row.Attributes[key.Key] = key.Value;
            }
        }

        row.KeyAttributes.Clear();
        return ((CreateResponse)operation.Execute(new CreateRequest { Target = row }.With(upsert))).id;
    }
}
