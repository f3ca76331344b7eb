using Dataverse.Local.Conflicts;
using Dataverse.Local.Messages.Rows;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Registration;
using Dataverse.Local.Query;
using Dataverse.Local.Security;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Messages;

internal sealed class RetrieveMultipleHandler : IMessageHandler
{
    public string Message => "RetrieveMultiple";

    public TransactionUse Transaction => TransactionUse.ReadOnly;

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        if (MessageRows.AreAskedFor(operation.Main.Table))
        {
            operation.Engine.Messages.Ensure(operation);
        }

        SelectQuery query = QueryReader.Read(request.Required<QueryBase>("Query"), operation.Tables);
        PrivilegeRows.BringFor(operation, query);
        ReadRecorder? recorder = ReadRecorder.For(operation);
        recorder?.Prepare(query);
        EntityCollection rows = operation.Session.Select(
            query, operation.QueryContext(QueryAccess.Of(operation, query)));
        recorder?.Record(query, rows);
        PartyLists.Read(operation, query, rows);
        operation.Engine.Requests.CountRead(rows.Entities.Count);
        return new RetrieveMultipleResponse { Results = new ParameterCollection { ["EntityCollection"] = rows } };
    }
}
