using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Security;

internal sealed class AddMembersTeamHandler : IMessageHandler
{
    public string Message => "AddMembersTeam";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        TeamMembers.Change(request, operation, (members, team, user) => members.Add(team, user));
        return new AddMembersTeamResponse();
    }
}
