using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Registration;

/// <summary>
/// Writes rows of the platform's own tables past the pipeline: the platform runs no steps on what it keeps itself.
/// </summary>
internal sealed class PlatformRows
{
    private readonly Engine _engine;
    private readonly Session _session;

    public PlatformRows(Engine engine, Session session)
    {
        _engine = engine;
        _session = session;
    }

    /// <summary>Inserts or updates; columns that the table's description does not have are left out.</summary>
    public void Put(Entity row)
    {
        if (_engine.Tables.Find(row.LogicalName) is not Table table)
        {
            return;
        }

        bool isThere = _session.Exists(table, row.Id);
        Entity stored = new(table.LogicalName, row.Id);
        foreach (KeyValuePair<string, object?> value in isThere ? Changed(row) : Defaults(table).Concat(Changed(row)))
        {
            if (value.Value is not null && table.Find(value.Key) is Column column)
            {
                stored[value.Key] = Fit(column, value.Value);
            }
        }

        if (isThere)
        {
            _session.Update(table, row.Id, stored.Attributes);
        }
        else
        {
            stored[table.PrimaryId] = row.Id;
            _session.Insert(table, stored);
        }
    }

    private IEnumerable<KeyValuePair<string, object?>> Changed(Entity row)
    {
        foreach (KeyValuePair<string, object> value in row.Attributes)
        {
            yield return new(value.Key, value.Value);
        }

        yield return new("modifiedon", _engine.Now());
        yield return new("modifiedby", new EntityReference("systemuser", _engine.Identity.SystemUserId));
    }

    private IEnumerable<KeyValuePair<string, object?>> Defaults(Table table)
    {
        Identity identity = _engine.Identity;
        EntityReference system = new("systemuser", identity.SystemUserId);
        yield return new("createdon", _engine.Now());
        yield return new("createdby", system);
        yield return new("ownerid", table.Ownership == Ownership.User ? system : null);
        yield return new("owninguser", table.Ownership == Ownership.User ? system : null);
        yield return new("owningbusinessunit", new EntityReference("businessunit", identity.BusinessUnitId));
        yield return new("businessunitid", new EntityReference("businessunit", identity.BusinessUnitId));
        yield return new("organizationid", new EntityReference("organization", identity.OrganizationId));
        yield return new("statecode", new OptionSetValue(0));
        yield return new("statuscode", new OptionSetValue(1));
    }

    /// <summary>A description may use a whole number where the platform has a choice, and an id for a lookup.</summary>
    private static object Fit(Column column, object value) => value switch
    {
        OptionSetValue option when column.Type == ColumnType.Integer => option.Value,
        int number when column.IsChoice => new OptionSetValue(number),
        EntityReference reference when column.Type == ColumnType.UniqueIdentifier => reference.Id,
        Guid id when column.IsLookup => new EntityReference(column.Targets[0], id),
        _ => value,
    };
}
