using System;
using Dataverse.Local.Messages.Rows;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Security;

/// <summary>Every privilege of a team, by its own roles, in its greatest depth.</summary>
internal sealed class RetrieveTeamPrivilegesHandler : IMessageHandler
{
    public string Message => "RetrieveTeamPrivileges";

    public TransactionUse Transaction => TransactionUse.ReadOnly;

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        Guid team = request.Required<Guid>("TeamId");
        PrincipalRights rights = operation.Engine.Rights.OfTeam(operation.Unit, team);
        return rights.Exists
            ? RetrieveUserPrivilegesHandler.Answer(operation, rights)
            : throw RowWriter.NotFound("team", team);
    }
}
