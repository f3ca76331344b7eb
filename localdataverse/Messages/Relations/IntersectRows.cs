using System;
using Dataverse.Local.Messages.Rows;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Relationship = Dataverse.Local.Metadata.Relationship;

namespace Dataverse.Local.Messages.Relations;

/// <summary>
/// The pairs of one many-to-many relationship. They are no rows of their own to clients: no message creates or deletes
/// them but Associate and Disassociate, and their steps are the only ones that run.
/// </summary>
internal sealed class IntersectRows
{
    private readonly Operation _operation;
    private readonly Relationship _relationship;
    private readonly Table _table;

    public IntersectRows(Operation operation, Relationship relationship)
    {
        _operation = operation;
        _relationship = relationship;
        _table = operation.Tables.Get(relationship.IntersectTable!);
    }

    public bool Has(Guid first, Guid second) => Find(first, second) is not null;

    /// <summary>False when the pair is there already.</summary>
    public bool Add(Guid first, Guid second)
    {
        if (Has(first, second))
        {
            return false;
        }

        _operation.Session.Insert(_table, new Entity(_table.LogicalName, _operation.Engine.Ids.Next())
        {
            [_relationship.FirstIntersectColumn!] = first,
            [_relationship.SecondIntersectColumn!] = second,
        });
        _operation.Engine.Requests.CountWritten();
        return true;
    }

    /// <summary>False when there is no such pair.</summary>
    public bool Remove(Guid first, Guid second) => Find(first, second) is Guid id && Delete(id);

    /// <summary>The row is being deleted: its pairs go with it, without any event.</summary>
    public void RemoveAll(string table, Guid id)
    {
        if (_relationship.ReferencedTable == table)
        {
            DeleteWhere(_relationship.FirstIntersectColumn!, id);
        }

        if (_relationship.ReferencingTable == table)
        {
            DeleteWhere(_relationship.SecondIntersectColumn!, id);
        }
    }

    /// <summary>The pairs of one row become those of another; one that it has already is dropped.</summary>
    public void Move(string table, Guid from, Guid to)
    {
        if (_relationship.ReferencedTable == table)
        {
            MoveWhere(_relationship.FirstIntersectColumn!, from, to);
        }

        if (_relationship.ReferencingTable == table)
        {
            MoveWhere(_relationship.SecondIntersectColumn!, from, to);
        }
    }

    private void MoveWhere(string column, Guid from, Guid to)
    {
        string other = column == _relationship.FirstIntersectColumn
            ? _relationship.SecondIntersectColumn!
            : _relationship.FirstIntersectColumn!;
        foreach (Guid pair in ChildRows.Of(_operation, _table, column, from))
        {
            Entity row = _operation.Session.Find(_table, pair, new ColumnSet(other))!;
            Guid end = row.GetAttributeValue<Guid>(other);
            bool isFirst = column == _relationship.FirstIntersectColumn;
            if (isFirst ? Has(to, end) : Has(end, to))
            {
                Delete(pair);
                continue;
            }

            _operation.Session.Update(_table, pair, new AttributeCollection { [column] = to });
            _operation.Engine.Requests.CountWritten();
        }
    }

    private Guid? Find(Guid first, Guid second)
    {
        AlternateKey pair = new("pair", [_relationship.FirstIntersectColumn!, _relationship.SecondIntersectColumn!]);
        KeyAttributeCollection values = new()
        {
            [_relationship.FirstIntersectColumn!] = first,
            [_relationship.SecondIntersectColumn!] = second,
        };
        return _operation.Session.FindByKey(_table, pair, values);
    }

    private void DeleteWhere(string column, Guid id)
    {
        foreach (Guid pair in ChildRows.Of(_operation, _table, column, id))
        {
            Delete(pair);
        }
    }

    private bool Delete(Guid id)
    {
        _operation.Engine.Requests.CountWritten();
        return _operation.Session.Delete(_table, id);
    }
}
