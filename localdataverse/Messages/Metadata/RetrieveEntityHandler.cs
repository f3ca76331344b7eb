using System;
using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Query;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;

namespace Dataverse.Local.Messages.Metadata;

internal sealed class RetrieveEntityHandler : IMessageHandler
{
    public string Message => "RetrieveEntity";

    public TransactionUse Transaction => TransactionUse.ReadOnly;

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        string? name = request.Optional<string>("LogicalName");
        Table table = string.IsNullOrEmpty(name)
            ? ById(operation.Tables, request.Optional<Guid>("MetadataId"))
            : operation.Tables.Get(name);
        EntityFilters filters = request.Optional<EntityFilters>("EntityFilters");
        TableMetadataWriter writer = new(operation.Tables, operation.QueryContext().Language);
        return new RetrieveEntityResponse
        {
            Results = new ParameterCollection { ["EntityMetadata"] = writer.Write(table, filters) },
        };
    }

    private static Table ById(TableCatalog tables, Guid id) =>
        tables.Tables.FirstOrDefault(t => MetadataIds.OfTable(t.LogicalName) == id)
        ?? throw QueryFault.UnknownMetadata("entity", id.ToString());
}
