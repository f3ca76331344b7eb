using System;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Messages.Relations;

/// <summary>Who is on the list already stays on it once.</summary>
internal sealed class AddListMembersListHandler : IMessageHandler
{
    public string Message => "AddListMembersList";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        MarketingLists list = new(request, operation);
        foreach (Guid member in request.Required<Guid[]>("MemberIds"))
        {
            if (list.Find(member) is null) list.Add(member);
        }

        return new OrganizationResponse { ResponseName = Message };
    }
}
