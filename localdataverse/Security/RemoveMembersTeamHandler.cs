using System;
using Dataverse.Local.Messages.Relations;
using Dataverse.Local.Messages.Rows;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Security;

internal sealed class RemoveMembersTeamHandler : IMessageHandler
{
    public string Message => "RemoveMembersTeam";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        Guid team = request.Required<Guid>("TeamId");
        Table users = operation.Tables.Get("systemuser");
        if (!operation.Session.Exists(operation.Tables.Get("team"), team))
        {
            throw RowWriter.NotFound("team", team);
        }

        IntersectRows members = new(operation, operation.Tables.FindRelationship("teammembership_association")!);
        foreach (Guid member in request.Required<Guid[]>("MemberIds"))
        {
            if (!operation.Session.Exists(users, member))
            {
                throw RowWriter.NotFound("systemuser", member);
            }

            members.Remove(team, member);
        }

        return new RemoveMembersTeamResponse();
    }
}
