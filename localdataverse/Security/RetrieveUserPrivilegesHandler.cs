using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Security;

/// <summary>Every privilege of a user, by his own roles and those of his teams, in its greatest depth.</summary>
internal sealed class RetrieveUserPrivilegesHandler : IMessageHandler
{
    public string Message => "RetrieveUserPrivileges";

    public TransactionUse Transaction => TransactionUse.ReadOnly;

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        Guid user = request.Required<Guid>("UserId");
        PrincipalRights rights = operation.Engine.Rights.OfUser(operation.Unit, user);
        if (!rights.Exists)
        {
            throw SecurityFault.NoUser(user);
        }

        return Answer(operation, rights);
    }

    /// <summary>Everything that the principal has.</summary>
    internal static OrganizationResponse Answer(Operation operation, PrincipalRights rights)
    {
        IEnumerable<RolePrivilege> privileges = rights.IsUnlimited
            ? PrivilegeRows.Names(operation.Engine).Select(name => Of(rights, name, Depth.Global))
            : rights.Grants.Keys.Select(name => Of(rights, name));
        return new OrganizationResponse
        {
            Results = new ParameterCollection { ["RolePrivileges"] = privileges.ToArray() },
        };
    }

    /// <summary>In its greatest depth.</summary>
    internal static RolePrivilege Of(PrincipalRights rights, string privilege) =>
        Of(rights, privilege, rights.IsUnlimited ? Depth.Global : rights.Grants[privilege].Max(grant => grant.Depth));

    private static RolePrivilege Of(PrincipalRights rights, string privilege, Depth depth)
    {
        PrivilegeDepth reach = depth switch
        {
            Depth.Basic => PrivilegeDepth.Basic,
            Depth.Local => PrivilegeDepth.Local,
            Depth.Deep => PrivilegeDepth.Deep,
            _ => PrivilegeDepth.Global,
        };
        return new RolePrivilege(reach, PrivilegeRow.IdOf(privilege), rights.BusinessUnitId, privilege);
    }
}
