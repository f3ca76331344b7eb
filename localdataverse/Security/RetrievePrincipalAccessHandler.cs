using Dataverse.Local.Messages.Rows;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Security;

/// <summary>The rights of a user or team on a row, by roles, ownership and sharing together.</summary>
internal sealed class RetrievePrincipalAccessHandler : IMessageHandler
{
    public string Message => "RetrievePrincipalAccess";

    public TransactionUse Transaction => TransactionUse.ReadOnly;

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        EntityReference row = request.Required<EntityReference>("Target");
        EntityReference principal = request.Required<EntityReference>("Principal");
        Table table = operation.Tables.Get(row.LogicalName);
        if (!operation.Session.Exists(table, row.Id))
        {
            throw RowWriter.NotFound(row.LogicalName, row.Id);
        }

        PrincipalRights rights = operation.Engine.Rights.Of(operation.Unit, principal);
        if (!rights.Exists)
        {
            throw RowWriter.NotFound(principal.LogicalName, principal.Id);
        }

        AccessRights found = new RowAccess(operation, rights).RightsOn(table, row.Id);
        return new RetrievePrincipalAccessResponse
        {
            Results = new ParameterCollection { ["AccessRights"] = found },
        };
    }
}
