using System;
using Dataverse.Local.Conflicts;
using Dataverse.Local.Messages.Rows;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Registration;
using Dataverse.Local.Security;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Messages;

internal sealed class RetrieveHandler : IMessageHandler
{
    public string Message => "Retrieve";

    public TransactionUse Transaction => TransactionUse.ReadOnly;

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        if (MessageRows.AreAskedFor(operation.Main.Table))
        {
            operation.Engine.Messages.Ensure(operation);
        }

        EntityReference target = request.Required<EntityReference>("Target");
        ColumnSet columns = request.Required<ColumnSet>("ColumnSet");
        if (request.Optional<RelationshipQueryCollection>("RelatedEntitiesQuery") is { Count: > 0 })
        {
            throw Fault.NotSupported("Retrieve with RelatedEntitiesQuery");
        }

        Table table = operation.Tables.Get(target.LogicalName);
        if (target.Id == Guid.Empty && target.KeyAttributes.Count == 0)
        {
            throw Fault.Because(ErrorCodes.InvalidArgument, $"Expected non-empty Guid for '{target.LogicalName}'.");
        }

        PrivilegeRows.BringFor(operation, table);
        Entity row = operation.Session.Find(table, target.Id, columns, operation.QueryContext())
            ?? throw RowWriter.NotFound(target.LogicalName, target.Id);
        ReadRecorder.For(operation)?.Record(table, row.Id, columns);
        PartyLists.Read(operation, table, columns, row);
        SecuredColumns.Clear(operation, table, row);
        operation.Engine.Requests.CountRead(1);
        return new RetrieveResponse { Results = new ParameterCollection { ["Entity"] = row } };
    }
}
