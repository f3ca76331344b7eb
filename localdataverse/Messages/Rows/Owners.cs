using System;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Messages.Rows;

/// <summary>Owner, owning user or team and owning business unit, which always change together.</summary>
internal static class Owners
{
    private static readonly ColumnSet BusinessUnit = new("businessunitid");

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
        Set(profile, row, "owningbusinessunit", BusinessUnitOf(operation, owners, owner.Id));
    }

    private static EntityReference BusinessUnitOf(Operation operation, Table owners, Guid id)
    {
        Identity identity = operation.Engine.Identity;
        if (id == identity.AdministratorId || id == identity.SystemUserId)
        {
            return new EntityReference("businessunit", identity.BusinessUnitId);
        }

        Entity owner = operation.Session.Find(owners, id, BusinessUnit)
            ?? throw RowWriter.NotFound(owners.LogicalName, id);
        return owner.GetAttributeValue<EntityReference>("businessunitid")
            ?? new EntityReference("businessunit", identity.BusinessUnitId);
    }

    private static void Set(TableProfile profile, AttributeCollection row, string column, EntityReference? value)
    {
        if (profile.Table.Find(column) is not null)
        {
            row[column] = value!;
        }
    }
}
