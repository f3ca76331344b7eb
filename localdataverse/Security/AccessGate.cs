using System;
using System.Collections.Generic;
using Dataverse.Local.Pipeline;

namespace Dataverse.Local.Security;

/// <summary>
/// Asks, between stage 10 and stage 20, whether the caller may do what the request says. For SYSTEM, for system
/// administrators and for work that the platform itself does in the course of a message, nothing is asked.
/// </summary>
internal static class AccessGate
{
    public const string ActOnBehalf = "prvActOnBehalfOfAnotherUser";

    private static readonly PrincipalRights[] NoLimits = [];

    public static void Check(Operation operation)
    {
        operation.Limits = LimitsOf(operation);
        foreach (PrincipalRights rights in operation.Limits)
        {
            new RequestCheck(operation, rights).Run();
        }
    }

    /// <summary>
    /// Messages whose own check covers the requests by which the platform does their work: cascades, totals of
    /// documents, the Update behind an Assign.
    /// </summary>
    public static bool CoversItsWork(string message) => message is "Create" or "CreateMultiple" or "Update"
        or "UpdateMultiple" or "Delete" or "Assign" or "SetState" or "Merge" or "GrantAccess" or "ModifyAccess"
        or "RevokeAccess";

    /// <summary>An impersonated request may do what both users may.</summary>
    private static IReadOnlyList<PrincipalRights> LimitsOf(Operation operation)
    {
        if (operation.Caller.IsTrusted)
        {
            return NoLimits;
        }

        PrincipalRights user = Usable(operation.Rights);
        if (operation.Caller.ImpersonatorId is not Guid impersonator)
        {
            return user.IsUnlimited ? NoLimits : [user];
        }

        PrincipalRights other = Usable(operation.Engine.Rights.OfUser(operation.Unit, impersonator));
        if (!other.Has(ActOnBehalf))
        {
            throw SecurityFault.CannotImpersonate();
        }

        List<PrincipalRights> limits = [];
        if (!user.IsUnlimited) limits.Add(user);
        if (!other.IsUnlimited) limits.Add(other);
        return limits;
    }

    private static PrincipalRights Usable(PrincipalRights user)
    {
        if (!user.Exists)
        {
            throw SecurityFault.NoUser(user.Id);
        }

        if (user.IsDisabled)
        {
            throw SecurityFault.Disabled();
        }

        return user.RoleCount == 0 && !user.IsUnlimited ? throw SecurityFault.NoRoles(user.Id) : user;
    }
}
