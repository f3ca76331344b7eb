using System;
using System.ServiceModel;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Security;

/// <summary>
/// The platform's refusals (Microsoft Learn, "Troubleshoot Dataverse client errors" and "Web service error codes").
/// </summary>
internal static class SecurityFault
{
    private const int UserTypeCode = 8;
    private const int TeamTypeCode = 9;

    /// <summary>No role has the privilege.</summary>
    public static FaultException<OrganizationServiceFault> MissingPrivilege(
        PrincipalRights principal, string privilege, Table? table, Guid caller) =>
        Fault.Because(ErrorCodes.PrivilegeDenied, MissingText(principal, privilege, table, caller));

    /// <summary>Who cannot read a table cannot own a row of it, whoever the caller is.</summary>
    public static FaultException<OrganizationServiceFault> OwnerCannotRead(
        PrincipalRights owner, string privilege, Table table, Guid caller) =>
        Fault.Because(
            ErrorCodes.PrivilegeDenied,
            "Read Privilege Check For Owner failed with exception: " + MissingText(owner, privilege, table, caller));

    /// <summary>The privilege is there, this row is out of its depth and not shared.</summary>
    public static FaultException<OrganizationServiceFault> NoAccess(
        Guid user, AccessRights right, Table table, Guid row) =>
        Fault.Because(
            ErrorCodes.AccessDeniedToRow,
            $"Principal with id {user} does not have {right} right(s) for record with id {row} of entity "
                + $"{table.LogicalName}");

    public static FaultException<OrganizationServiceFault> NoUser(Guid user) =>
        Fault.Because(ErrorCodes.ObjectDoesNotExist, $"Entity 'systemuser' With Id = {user} Does Not Exist");

    /// <summary>A user without any role is turned away whatever he asks for.</summary>
    public static FaultException<OrganizationServiceFault> NoRoles(Guid user) => Fault.Because(
        ErrorCodes.UserNotAssignedRoles,
        "SecLib::RetrievePrivilegeForUser failed - no roles are assigned to user. Returned hr = "
            + $"{ErrorCodes.UserNotAssignedRoles}, User: {user}");

    public static FaultException<OrganizationServiceFault> Disabled() => Fault.Because(
        ErrorCodes.UserNotEnabled, "The specified user is either disabled or is not a member of any business unit.");

    public static FaultException<OrganizationServiceFault> CannotImpersonate() => Fault.Because(
        ErrorCodes.CannotActOnBehalf, "User does not have the privilege to act on behalf another user.");

    public static FaultException<OrganizationServiceFault> CannotCreateColumn() => Fault.Because(
        ErrorCodes.SecuredColumnCreate,
        "The user does not have create permissions to a secured field. The requested operation could not be "
            + "completed.");

    public static FaultException<OrganizationServiceFault> CannotUpdateColumn() => Fault.Because(
        ErrorCodes.SecuredColumnUpdate,
        "The user doesn't have AttributePrivilegeUpdate and not granted shared access for a secured attribute during "
            + "update operation");

    private static string MissingText(PrincipalRights principal, string privilege, Table? table, Guid caller)
    {
        bool isTeam = principal.Principal.LogicalName == "team";
        string entity = table is null ? "" : $" on OTC={table.ObjectTypeCode} for entity '{table.LogicalName}'";
        int type = isTeam ? TeamTypeCode : UserTypeCode;
        return $"Principal {(isTeam ? "team" : "user")} (Id={principal.Id}, type={type}, "
            + $"roleCount={principal.RoleCount}, privilegeCount={principal.Grants.Count}, accessMode=0), is missing "
            + $"{privilege} privilege (Id={PrivilegeRow.IdOf(privilege)}){entity}. context.Caller={caller}";
    }
}
