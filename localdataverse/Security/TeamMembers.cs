using System;
using Dataverse.Local.Messages.Relations;
using Dataverse.Local.Messages.Rows;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Security;

/// <summary>The users that a request puts into a team or takes out of it; none is changed unless all exist.</summary>
internal static class TeamMembers
{
    public static void Change(
        OrganizationRequest request, Operation operation, Action<IntersectRows, Guid, Guid> change)
    {
        Guid team = request.Required<Guid>("TeamId");
        Guid[] users = request.Required<Guid[]>("MemberIds");
        Demand(operation, "team", team);
        foreach (Guid user in users)
        {
            Demand(operation, "systemuser", user);
        }

        IntersectRows members = new(operation, operation.Tables.FindRelationship("teammembership_association")!);
        foreach (Guid user in users)
        {
            change(members, team, user);
        }
    }

    private static void Demand(Operation operation, string table, Guid id)
    {
        if (!operation.Session.Exists(operation.Tables.Get(table), id))
        {
            throw RowWriter.NotFound(table, id);
        }
    }
}
