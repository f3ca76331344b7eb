using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Query;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Messages.Metadata;

internal sealed class RetrieveEntityKeyHandler : IMessageHandler
{
    public string Message => "RetrieveEntityKey";

    public TransactionUse Transaction => TransactionUse.ReadOnly;

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        string? name = request.Optional<string>("LogicalName");
        if (string.IsNullOrEmpty(name)) throw Fault.NotSupported("RetrieveEntityKey by MetadataId");
        Table table = operation.Tables.Get(request.Required<string>("EntityLogicalName"));
        AlternateKey key = table.Keys.FirstOrDefault(k => k.LogicalName == name)
            ?? throw QueryFault.UnknownMetadata("entity key", name);
        TableMetadataWriter writer = new(operation.Tables, operation.QueryContext().Language);
        return new OrganizationResponse
        {
            ResponseName = Message,
            Results = new ParameterCollection { ["EntityKeyMetadata"] = writer.Write(table, key) },
        };
    }
}
