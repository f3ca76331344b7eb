using System;
using System.Collections.Generic;
using System.Collections.Frozen;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Security;

/// <summary>
/// What creating or changing one row asks for: the right on the row, append and append to for every lookup that is set,
/// assign for a new owner, and permission for secured columns. It looks at what the caller has sent: columns that steps
/// of stage 20 and the platform add are not the caller's.
/// </summary>
internal sealed class WriteCheck
{
    /// <summary>Lookups that say who and where, not what belongs together.</summary>
    private static readonly FrozenSet<string> NotAppended = new[]
    {
        "ownerid", "owninguser", "owningteam", "owningbusinessunit", "organizationid", "createdby", "createdonbehalfby",
        "modifiedby", "modifiedonbehalfby",
    }.ToFrozenSet();

    private readonly Operation _operation;
    private readonly PrincipalRights _rights;
    private readonly RowAccess _rows;
    private readonly TableSecurity _security;
    private readonly Entity _row;

    public WriteCheck(Operation operation, PrincipalRights rights, MessageEvent written)
    {
        _operation = operation;
        _rights = rights;
        _rows = new RowAccess(operation, rights);
        _row = written.Target!;
        _security = operation.Engine.Secured.Of(operation.Tables.Get(_row.LogicalName));
    }

    private Table Table => _security.Table;

    public void Create()
    {
        if (_security.Kind == SecuredBy.Parent)
        {
            _rows.DemandOfParent(_security, ParentInRow(), AccessRights.CreateAccess);
        }
        else
        {
            DemandOnNew(AccessRights.CreateAccess);
        }

        CheckColumns(creating: true);
        if (AppendsTo())
        {
            if (_security.Kind == SecuredBy.Parent)
            {
                _rows.DemandOfParent(_security, ParentInRow(), AccessRights.AppendAccess);
            }
            else
            {
                DemandOnNew(AccessRights.AppendAccess);
            }
        }
    }

    public void Update()
    {
        if (_row.Id == Guid.Empty)
        {
            return;
        }

        _rows.Demand(Table, _row.Id, AccessRights.WriteAccess);
        if (_row.Contains("ownerid"))
        {
            _rows.Demand(Table, _row.Id, AccessRights.AssignAccess);
        }

        CheckColumns(creating: false);
        if (AppendsTo())
        {
            _rows.Demand(Table, _row.Id, AccessRights.AppendAccess);
        }
    }

    private EntityReference? ParentInRow() => _row.GetAttributeValue<EntityReference>(_security.ParentColumn);

    private void DemandOnNew(AccessRights right)
    {
        AccessScope scope = _rows.DemandPrivilege(Table, right);
        if (!scope.IsEverything && !scope.Reaches(HolderOfNew()))
        {
            throw SecurityFault.NoAccess(_rights.Id, right, Table, _row.Id);
        }
    }

    /// <summary>The row is not there yet: it will belong to the owner that it names, or to the caller.</summary>
    private RowHolder HolderOfNew()
    {
        if (_security.BusinessUnitColumn is string column)
        {
            Guid unit = _row.GetAttributeValue<EntityReference>(column)?.Id ?? _operation.Rights.BusinessUnitId;
            return new RowHolder(_row.Id, unit);
        }

        EntityReference? owner = _row.GetAttributeValue<EntityReference>("ownerid");
        PrincipalRights holder = owner is null
            ? _operation.Rights
            : _operation.Engine.Rights.Of(_operation.Unit, owner);
        return new RowHolder(holder.Id, holder.BusinessUnitId);
    }

    /// <summary>True when the row is attached to another one; each of those is asked for append to.</summary>
    private bool AppendsTo()
    {
        bool any = false;
        foreach (KeyValuePair<string, object> value in _row.Attributes)
        {
            if (value.Value is EntityReference target && IsAppended(value.Key))
            {
                any = true;
                Table table = _operation.Tables.Get(target.LogicalName);
                _rows.Demand(table, RowKeys.IdOf(_operation, table, target), AccessRights.AppendToAccess);
            }
        }

        return any;
    }

    private bool IsAppended(string column) => !NotAppended.Contains(column)
        && column != _security.ParentColumn
        && Table.Find(column) is { IsLookup: true };

    private void CheckColumns(bool creating)
    {
        foreach (KeyValuePair<string, object> value in _row.Attributes)
        {
            if (Table.Find(value.Key) is not { IsSecured: true })
            {
                continue;
            }

            if (creating && value.Value is not null && !_rights.Columns.CanCreate(Table.LogicalName, value.Key))
            {
                throw SecurityFault.CannotCreateColumn();
            }

            if (!creating && !_rights.Columns.CanUpdate(Table.LogicalName, value.Key))
            {
                throw SecurityFault.CannotUpdateColumn();
            }
        }
    }
}
