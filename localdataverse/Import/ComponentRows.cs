using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Registration;
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
    private readonly PlatformRows _rows;
    private readonly Guid _solutionId;

    public ComponentRows(Engine engine, Session session, SolutionManifest manifest)
    {
        _engine = engine;
        _session = session;
        _manifest = manifest;
        _rows = new PlatformRows(engine, session);
        _solutionId = NameId.Of("solution", manifest.UniqueName);
    }

    public void Write(PackageReading reading)
    {
        WriteSolution();
        foreach (Entity row in reading.Rows)
        {
            PutComponentRow(row);
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

    private void Put(Entity row) => _rows.Put(row);

    /// <summary>A row of a component: what it belongs to stands in it.</summary>
    private void PutComponentRow(Entity row)
    {
        if (row.LogicalName is not "sdkmessage" and not "sdkmessagefilter" and not "privilege")
        {
            row["ismanaged"] = _manifest.IsManaged;
            row["solutionid"] = _solutionId;
        }

        Put(row);
    }
}
