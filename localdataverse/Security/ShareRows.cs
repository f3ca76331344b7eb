using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Import;
using Dataverse.Local.Messages.Rows;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Relationship = Dataverse.Local.Metadata.Relationship;

namespace Dataverse.Local.Security;

/// <summary>
/// Writes the table principalobjectaccess: what a row is shared for with one principal, and what the rows below it
/// inherit by relationships that cascade sharing.
/// </summary>
internal sealed class ShareRows
{
    private const string Own = "accessrightsmask";
    private const string Inherited = "inheritedaccessrightsmask";

    private readonly Operation _operation;
    private readonly EntityReference _principal;
    private readonly Table _table;

    public ShareRows(Operation operation, EntityReference principal)
    {
        _operation = operation;
        _principal = principal;
        _table = operation.Tables.Get(SharedAccess.TableName);
    }

    /// <summary>Adds rights; those shared before stay.</summary>
    public void Grant(EntityReference row, AccessRights rights)
    {
        Write(row, Own, MaskIn(row.Id, Own) | rights);
        Below(row, before => before | rights);
    }

    /// <summary>Exactly these rights from now on.</summary>
    public void Replace(EntityReference row, AccessRights rights)
    {
        Write(row, Own, rights);
        Below(row, _ => rights);
    }

    /// <summary>No right any more, neither shared with this row nor inherited.</summary>
    public void Revoke(EntityReference row)
    {
        _operation.Session.Delete(_table, IdOf(row.Id));
        Below(row, _ => AccessRights.None);
    }

    private void Below(EntityReference row, Func<AccessRights, AccessRights> change)
    {
        HashSet<Guid> seen = [row.Id];
        Queue<EntityReference> next = new([row]);
        while (next.TryDequeue(out EntityReference? parent))
        {
            foreach (EntityReference child in ChildrenOf(parent).Where(child => seen.Add(child.Id)))
            {
                Write(child, Inherited, change(MaskIn(child.Id, Inherited)));
                next.Enqueue(child);
            }
        }
    }

    private IEnumerable<EntityReference> ChildrenOf(EntityReference parent)
    {
        foreach (Relationship relationship in _operation.Tables.ChildrenOf(parent.LogicalName))
        {
            bool cascades = relationship.OnShare is Cascade.Cascade or Cascade.Active or Cascade.UserOwned
                && _operation.Tables.Get(relationship.ReferencingTable).Ownership == Ownership.User;
            if (!cascades)
            {
                continue;
            }

            foreach (Guid id in ChildRows.Of(_operation, relationship, parent.Id))
            {
                yield return new EntityReference(relationship.ReferencingTable, id);
            }
        }
    }

    private AccessRights MaskIn(Guid row, string column) => (AccessRights)(_operation.Session
        .Find(_table, IdOf(row), new Microsoft.Xrm.Sdk.Query.ColumnSet(column))?.GetAttributeValue<int>(column) ?? 0);

    private void Write(EntityReference row, string column, AccessRights rights)
    {
        Guid id = IdOf(row.Id);
        if (_operation.Session.Exists(_table, id))
        {
            _operation.Session.Update(_table, id, new AttributeCollection { [column] = (int)rights });
            return;
        }

        _operation.Session.Insert(_table, new Entity(_table.LogicalName, id)
        {
            [_table.PrimaryId] = id,
            ["principalid"] = _principal.Id,
            ["principaltypecode"] = _principal.LogicalName,
            ["objectid"] = row.Id,
            ["objecttypecode"] = row.LogicalName,
            [Own] = 0,
            [Inherited] = 0,
            [column] = (int)rights,
        });
    }

    /// <summary>One row for each pair of row and principal.</summary>
    private Guid IdOf(Guid row) => NameId.Of(SharedAccess.TableName, $"{row:N}{_principal.Id:N}");
}
