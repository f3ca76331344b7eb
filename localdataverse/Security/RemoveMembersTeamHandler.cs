using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Security;

internal sealed class RemoveMembersTeamHandler : IMessageHandler
{
    public string Message => "RemoveMembersTeam";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        TeamMembers.Change(request, operation, (members, team, user) => members.Remove(team, user));
        return new RemoveMembersTeamResponse();
    }
}
