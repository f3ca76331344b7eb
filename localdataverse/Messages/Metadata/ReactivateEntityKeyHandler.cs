using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Query;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Messages.Metadata;

/// <summary>Another attempt at the index of a key that has failed, after its duplicates were removed.</summary>
internal sealed class ReactivateEntityKeyHandler : IMessageHandler
{
    public string Message => "ReactivateEntityKey";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        Table table = operation.Tables.Get(request.Required<string>("EntityLogicalName"));
        string name = request.Required<string>("EntityKeyLogicalName");
        AlternateKey key = table.Keys.FirstOrDefault(known => known.LogicalName == name)
            ?? throw QueryFault.UnknownMetadata("entity key", name);
        if (key.IndexStatus == KeyIndexStatus.Failed)
        {
            KeyIndexStatus status = KeyIndexes.Judge(
                operation.Session, table, key.Columns, operation.Engine.Options.KeyIndexesInBackground);
            TableCatalog tables = operation.Tables;
            operation.Unit.AfterCommit(() => tables.SetKeyStatus(table, key, status));
        }

        return new OrganizationResponse { ResponseName = Message };
    }
}
