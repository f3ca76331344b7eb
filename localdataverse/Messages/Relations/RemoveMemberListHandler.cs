using System;
using Dataverse.Local.Messages.Rows;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Messages.Relations;

/// <summary>Who is not on the list is no member that could be removed.</summary>
internal sealed class RemoveMemberListHandler : IMessageHandler
{
    public string Message => "RemoveMemberList";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        MarketingLists list = new(request, operation);
        Guid member = request.Required<Guid>("EntityId");
        list.Remove(list.Find(member) ?? throw RowWriter.NotFound("listmember", member));
        return new OrganizationResponse { ResponseName = Message };
    }
}
