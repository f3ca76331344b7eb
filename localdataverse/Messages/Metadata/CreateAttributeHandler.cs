using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;

namespace Dataverse.Local.Messages.Metadata;

internal sealed class CreateAttributeHandler : IMessageHandler
{
    public string Message => "CreateAttribute";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        string table = request.Required<string>("EntityName");
        Column column = new MetadataChanges(operation.Tables).AddColumn(
            table, request.Required<AttributeMetadata>("Attribute"));
        MetadataJournal.Append(operation.Session, request);
        return new CreateAttributeResponse
        {
            Results = new ParameterCollection { ["AttributeId"] = MetadataIds.OfColumn(table, column.LogicalName) },
        };
    }
}
