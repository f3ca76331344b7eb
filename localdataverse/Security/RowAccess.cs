using System;
using System.Linq;
using Dataverse.Local.Messages.Rows;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Security;

/// <summary>
/// Whether one principal has a right on one row: first the privilege, then its depth, then what was shared.
/// </summary>
internal sealed class RowAccess
{
    private readonly Operation _operation;
    private readonly PrincipalRights _rights;

    public RowAccess(Operation operation, PrincipalRights rights)
    {
        _operation = operation;
        _rights = rights;
    }

    /// <summary>
    /// For messages that find their row themselves: the same for everybody whose rights bound the request.
    /// </summary>
    public static void DemandOfAll(Operation operation, Table table, Guid id, AccessRights right)
    {
        foreach (PrincipalRights rights in operation.Limits)
        {
            new RowAccess(operation, rights).Demand(table, id, right);
        }
    }

    /// <summary>Faults as the platform does when the right is missing, or the row.</summary>
    public void Demand(Table table, Guid id, AccessRights right)
    {
        if (_rights.IsUnlimited)
        {
            return;
        }

        TableSecurity security = _operation.Engine.Secured.Of(table);
        if (security.Kind == SecuredBy.Parent)
        {
            EntityReference? parent = Read(table, id, security.ParentColumn!)
                .GetAttributeValue<EntityReference>(security.ParentColumn);
            DemandOfParent(security, parent, right);
            return;
        }

        AccessScope scope = DemandPrivilege(table, right);
        if (!scope.IsEverything && !Reaches(scope, security, id, right))
        {
            throw SecurityFault.NoAccess(_rights.Id, right, table, id);
        }
    }

    /// <summary>Faults when no role has the privilege; tells how far it reaches.</summary>
    public AccessScope DemandPrivilege(Table table, AccessRights right)
    {
        TableSecurity security = _operation.Engine.Secured.Of(table);
        switch (security.Kind)
        {
            case SecuredBy.Parent:
                return DemandPrivilege(ParentTable(security), RightOnParent(right));
            case SecuredBy.BothSides when right == AccessRights.ReadAccess:
                foreach (string side in security.Sides) DemandPrivilege(_operation.Tables.Get(side), right);
                return AccessScope.Everything;
            default:
                AccessScope scope = _rights.Scope(security, right);
                return scope.IsNothing
                    ? throw SecurityFault.MissingPrivilege(
                        _rights, security.PrivilegeFor(right), table, _operation.UserId)
                    : scope;
        }
    }

    /// <summary>Writing, creating and deleting a line is writing the document.</summary>
    public void DemandOfParent(TableSecurity security, EntityReference? parent, AccessRights right)
    {
        if (parent is null)
        {
            DemandPrivilege(ParentTable(security), RightOnParent(right));
            return;
        }

        Table table = _operation.Tables.Get(parent.LogicalName);
        Demand(table, RowKeys.IdOf(_operation, table, parent), RightOnParent(right));
    }

    /// <summary>The rights that the principal has on a row.</summary>
    public AccessRights RightsOn(Table table, Guid id)
    {
        TableSecurity security = _operation.Engine.Secured.Of(table);
        AccessRights found = AccessRights.None;
        foreach (AccessRights right in TableSecurity.AllRights)
        {
            AccessScope scope = _rights.Scope(security, right);
            if (scope.IsEverything || (!scope.IsNothing && Reaches(scope, security, id, right))) found |= right;
        }

        return found;
    }

    private bool Reaches(AccessScope scope, TableSecurity security, Guid id, AccessRights right) =>
        scope.Reaches(HolderOf(security, id))
        || (SharedAccess.MaskFor(_operation.Session, id, _rights.Sharers) & right) == right;

    private RowHolder HolderOf(TableSecurity security, Guid id)
    {
        if (security.Kind == SecuredBy.Owner)
        {
            return HolderOf(Read(security.Table, id, "ownerid", "owningbusinessunit"));
        }

        if (security.BusinessUnitColumn is not string column || security.Table.PrimaryId == column)
        {
            return new RowHolder(id, id);
        }

        return new RowHolder(id, IdIn(Read(security.Table, id, column), column));
    }

    private static RowHolder HolderOf(Entity row) => new(IdIn(row, "ownerid"), IdIn(row, "owningbusinessunit"));

    private static Guid IdIn(Entity row, string column) =>
        row.GetAttributeValue<EntityReference>(column)?.Id ?? Guid.Empty;

    private Entity Read(Table table, Guid id, params string[] columns) =>
        _operation.Session.Find(table, id, new ColumnSet(columns)) ?? throw RowWriter.NotFound(table.LogicalName, id);

    private Table ParentTable(TableSecurity security) => security.Table.Find(security.ParentColumn!)!.Targets
        .Select(_operation.Tables.Find).OfType<Table>().First();

    private static AccessRights RightOnParent(AccessRights right) =>
        right is AccessRights.CreateAccess or AccessRights.DeleteAccess ? AccessRights.WriteAccess : right;
}
