using System;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Security;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Messages.Rows;

/// <summary>Owner, owning user or team and owning business unit, which always change together.</summary>
internal static class Owners
{
    /// <summary>The caller owns what nobody else is named for.</summary>
    public static void CompleteNew(Operation operation, TableProfile profile, Entity row)
    {
        if (!profile.IsUserOwned)
        {
            return;
        }

        if (!row.Attributes.TryGetValue("ownerid", out object? owner) || owner is null)
        {
            row.Attributes["ownerid"] = new EntityReference("systemuser", operation.UserId);
        }

        Follow(operation, profile, row.Attributes);
    }

    /// <summary>Null cannot be an owner; the column is then left as it is, refused.</summary>
    public static void CompleteChanged(Operation operation, TableProfile profile, Entity changes)
    {
        if (profile.IsUserOwned && changes.Attributes.ContainsKey("ownerid"))
        {
            Follow(operation, profile, changes.Attributes);
        }
    }

    private static void Follow(Operation operation, TableProfile profile, AttributeCollection row)
    {
        if (row["ownerid"] is not EntityReference owner)
        {
            throw Fault.Because(
                ErrorCodes.InvalidArgument,
                $"The column 'ownerid' of '{profile.Table.LogicalName}' must name an owner.");
        }

        Table owners = operation.Tables.Get(owner.LogicalName);
        owner.Id = RowKeys.IdOf(operation, owners, owner);
        bool isTeam = owner.LogicalName == "team";
        Set(profile, row, "owninguser", isTeam ? null : new EntityReference("systemuser", owner.Id));
        Set(profile, row, "owningteam", isTeam ? new EntityReference("team", owner.Id) : null);
        Set(profile, row, "owningbusinessunit", BusinessUnitOf(operation, profile.Table, owner));
    }

    /// <summary>Who cannot read a table cannot own a row of it; the caller's rights do not count here.</summary>
    private static EntityReference BusinessUnitOf(Operation operation, Table table, EntityReference owner)
    {
        PrincipalRights rights = operation.Engine.Rights.Of(operation.Unit, owner);
        if (!rights.Exists)
        {
            throw RowWriter.NotFound(owner.LogicalName, owner.Id);
        }

        TableSecurity security = operation.Engine.Secured.Of(table);
        if (rights.Scope(security, AccessRights.ReadAccess).IsNothing)
        {
            string privilege = security.PrivilegeFor(AccessRights.ReadAccess);
            throw SecurityFault.OwnerCannotRead(rights, privilege, table, operation.UserId);
        }

        Guid unit = rights.BusinessUnitId == Guid.Empty
            ? operation.Engine.Identity.BusinessUnitId
            : rights.BusinessUnitId;
        return new EntityReference("businessunit", unit);
    }

    private static void Set(TableProfile profile, AttributeCollection row, string column, EntityReference? value)
    {
        if (profile.Table.Find(column) is not null)
        {
            row[column] = value!;
        }
    }
}
