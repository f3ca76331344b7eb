using System;
using System.Linq;
using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Security;

/// <summary>Which of the named privileges a user has, by his own roles and those of his teams.</summary>
internal sealed class RetrieveUserSetOfPrivilegesByNamesHandler : IMessageHandler
{
    public string Message => "RetrieveUserSetOfPrivilegesByNames";

    public TransactionUse Transaction => TransactionUse.ReadOnly;

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        Guid user = request.Required<Guid>("UserId");
        PrincipalRights rights = operation.Engine.Rights.OfUser(operation.Unit, user);
        if (!rights.Exists) throw SecurityFault.NoUser(user);

        RolePrivilege[] held = [.. request.Required<string[]>("PrivilegeNames").Where(rights.Has)
            .Select(name => RetrieveUserPrivilegesHandler.Of(rights, name))];
        return new OrganizationResponse
        {
            Results = new ParameterCollection { ["RolePrivileges"] = held },
        };
    }
}
