using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Query;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Import;

/// <summary>
/// Writes the rows of the platform's own tables: solution, publisher and the components with the package's ids. They
/// are written past the pipeline, as an import of the platform runs no steps on them.
/// </summary>
internal sealed class ComponentRows
{
    private readonly Engine _engine;
    private readonly Session _session;
    private readonly SolutionManifest _manifest;
    private readonly Guid _solutionId;

    public ComponentRows(Engine engine, Session session, SolutionManifest manifest)
    {
        _engine = engine;
        _session = session;
        _manifest = manifest;
        _solutionId = NameId.Of("solution", manifest.UniqueName);
    }

    public void Write(PackageReading reading)
    {
        WriteSolution();
        foreach (KeyValuePair<Guid, string> message in SdkMessages.All)
        {
            Put(new Entity("sdkmessage", message.Key) { ["name"] = message.Value });
        }

        foreach (Entity row in reading.Rows)
        {
            Put(row);
        }

        foreach (RootComponent root in _manifest.RootComponents)
        {
            PutComponent(reading, root);
        }
    }

    /// <summary>
    /// Takes away the steps that the package no longer has, and the images of those that it replaces.
    /// </summary>
    public void RemoveSteps(IEnumerable<Step> former, IEnumerable<Step> kept)
    {
        HashSet<Guid> stay = [.. kept.Select(step => step.Id)];
        Table steps = _engine.Tables.Get("sdkmessageprocessingstep");
        Table images = _engine.Tables.Get("sdkmessageprocessingstepimage");
        foreach (Step step in former)
        {
            foreach (Entity image in Children(images, steps.PrimaryId, step.Id))
            {
                _session.Delete(images, image.Id);
            }

            if (!stay.Contains(step.Id))
            {
                _session.Delete(steps, step.Id);
            }
        }
    }

    private IEnumerable<Entity> Children(Table table, string lookup, Guid parent)
    {
        Source rows = new(table, "row") { Filter = new Filter() };
        rows.Columns.Add(new SelectColumn(rows, table.Find(table.PrimaryId)!));
        rows.Filter.Conditions.Add(new Condition(
            rows, table.Find(lookup)!, ConditionOperator.Equal, [parent]));
        return [.. _session.Select(new SelectQuery(rows), QueryContext.Neutral).Entities];
    }

    private void WriteSolution()
    {
        Guid publisher = NameId.Of("publisher", _manifest.PublisherName);
        Put(new Entity("publisher", publisher)
        {
            ["uniquename"] = _manifest.PublisherName,
            ["friendlyname"] = Labels.First(_manifest.Publisher.Element("LocalizedNames")) ?? _manifest.PublisherName,
            ["description"] = Labels.First(_manifest.Publisher.Element("Descriptions")),
            ["customizationprefix"] = _manifest.Prefix,
            ["customizationoptionvalueprefix"] = _manifest.OptionValuePrefix,
        });
        Put(new Entity("solution", _solutionId)
        {
            ["uniquename"] = _manifest.UniqueName,
            ["friendlyname"] = Labels.First(_manifest.Xml.Element("LocalizedNames")) ?? _manifest.UniqueName,
            ["description"] = Labels.First(_manifest.Xml.Element("Descriptions")),
            ["version"] = _manifest.Version.ToString(),
            ["ismanaged"] = _manifest.IsManaged,
            ["installedon"] = _engine.Now(),
            ["isvisible"] = true,
            ["publisherid"] = new EntityReference("publisher", publisher),
        });
    }

    private void PutComponent(PackageReading reading, RootComponent root)
    {
        Guid? id = root.Id ?? reading.Defined
            .FirstOrDefault(defined => defined.Type == root.Type && string.Equals(
                defined.SchemaName, root.SchemaName, StringComparison.OrdinalIgnoreCase))?.Id;
        Guid objectId = id ?? NameId.Of("component" + root.Type, root.Named.ToLowerInvariant());
        Put(new Entity("solutioncomponent", NameId.Of("solutioncomponent", $"{_solutionId:N}{root.Type}{objectId:N}"))
        {
            ["solutionid"] = new EntityReference("solution", _solutionId),
            ["componenttype"] = new OptionSetValue(root.Type),
            ["objectid"] = objectId,
            ["rootcomponentbehavior"] = new OptionSetValue(root.Behavior),
        });
    }

    /// <summary>Inserts or updates; columns that the table's description does not have are left out.</summary>
    private void Put(Entity row)
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
        if (row.LogicalName is not "solution" and not "publisher" and not "solutioncomponent" and not "sdkmessage")
        {
            yield return new("ismanaged", _manifest.IsManaged);
            yield return new("solutionid", _solutionId);
        }
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
