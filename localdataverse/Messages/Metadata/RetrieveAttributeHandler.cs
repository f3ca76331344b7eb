using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Query;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Dataverse.Local.Messages.Metadata;

internal sealed class RetrieveAttributeHandler : IMessageHandler
{
    public string Message => "RetrieveAttribute";

    public TransactionUse Transaction => TransactionUse.ReadOnly;

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        string? name = request.Optional<string>("LogicalName");
        if (string.IsNullOrEmpty(name)) throw Fault.NotSupported("RetrieveAttribute by MetadataId");
        Table table = operation.Tables.Get(request.Required<string>("EntityLogicalName"));
        Column column = table.Find(name) ?? throw QueryFault.UnknownColumn(table.LogicalName, name);
        TableMetadataWriter writer = new(operation.Tables, operation.QueryContext().Language);
        return new RetrieveAttributeResponse
        {
            Results = new ParameterCollection { ["AttributeMetadata"] = writer.Write(table, column) },
        };
    }
}
