using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Registration;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk;

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

    public ComponentRows(Engine engine, Session session, SolutionManifest manifest)
    {
        _engine = engine;
        _session = session;
        _manifest = manifest;
        _rows = new PlatformRows(engine, session);
    }

    private Guid SolutionId => NameId.Of("solution", Name);

    private string Name => IsHolding ? ImportVersions.HoldingOf(_manifest.UniqueName) : _manifest.UniqueName;

    public ImportOptions Options { get; init; } = new();

    /// <summary>The package that gave the rows their present values; null: whatever they hold is overwritten.</summary>
    public PackageReading? Before { get; init; }

    /// <summary>The newer version stands beside the older one until it is promoted.</summary>
    public bool IsHolding { get; init; }

    public static void DeleteComponents(Session session, Guid solution)
    {
        Table table = session.Catalog.Get("solutioncomponent");
        foreach (Entity component in session.Where(table, "solutionid", solution))
        {
            session.Delete(table, component.Id);
        }
    }

    /// <summary>The components that are listed for a staged solution are listed for the promoted one.</summary>
    public static void MoveComponents(Session session, Guid from, Guid to)
    {
        DeleteComponents(session, to);
        Table table = session.Catalog.Get("solutioncomponent");
        foreach (Entity component in session.Where(table, "solutionid", from))
        {
            session.Update(table, component.Id, new AttributeCollection
            {
                ["solutionid"] = new EntityReference("solution", to),
            });
        }
    }

    public void Write(PackageReading reading)
    {
        WriteSolution();
        Dictionary<Guid, Entity> before = [];
        foreach (Entity row in Before?.Rows ?? [])
        {
            before[row.Id] = row;
        }

        DeleteImages(reading);
        DeletePrivileges(reading);
        foreach (Entity row in reading.Rows)
        {
            PutComponentRow(row, before.GetValueOrDefault(row.Id));
        }

        foreach (RootComponent root in _manifest.RootComponents)
        {
            PutComponent(reading, root);
        }
    }

    /// <summary>After an upgrade the solution lists what the new version has.</summary>
    public void ForgetComponentsBut(PackageReading reading)
    {
        DeleteComponents(_session, SolutionId);
        foreach (RootComponent root in _manifest.RootComponents)
        {
            PutComponent(reading, root);
        }
    }

    public IReadOnlyList<Step> ReadSteps(PackageReading reading)
    {
        Table table = _engine.Tables.Get(StepRows.TableName);
        return [.. reading.Steps.Select(step => StepRows.Read(_session, _session.Find(table, step.Id, new(true))!))];
    }

    /// <summary>A role that comes again has the privileges of the package, no others.</summary>
    private void DeletePrivileges(PackageReading reading)
    {
        Table privileges = _engine.Tables.Get("roleprivileges");
        foreach (RoleDefinition role in reading.Roles)
        {
            foreach (Entity former in _session.Where(privileges, "roleid", role.Id))
            {
                _session.Delete(privileges, former.Id);
            }
        }
    }

    /// <summary>Images come with their step and are replaced with it.</summary>
    private void DeleteImages(PackageReading reading)
    {
        Table images = _engine.Tables.Get("sdkmessageprocessingstepimage");
        foreach (Step step in reading.Steps)
        {
            foreach (Entity image in _session.Where(images, "sdkmessageprocessingstepid", step.Id))
            {
                _session.Delete(images, image.Id);
            }
        }
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
        Put(new Entity("solution", SolutionId)
        {
            ["uniquename"] = Name,
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
        Put(new Entity("solutioncomponent", NameId.Of("solutioncomponent", $"{SolutionId:N}{root.Type}{objectId:N}"))
        {
            ["solutionid"] = new EntityReference("solution", SolutionId),
            ["componenttype"] = new OptionSetValue(root.Type),
            ["objectid"] = objectId,
            ["rootcomponentbehavior"] = new OptionSetValue(root.Behavior),
        });
    }

    private void Put(Entity row) => _rows.Put(row);

    /// <summary>
    /// A row of a component: what it belongs to stands in it, and what an administrator has changed stays.
    /// </summary>
    private void PutComponentRow(Entity row, Entity? before)
    {
        if (before is not null)
        {
            KeepCustomised(row, before);
        }

        if (row.LogicalName is not "sdkmessage" and not "sdkmessagefilter" and not "privilege")
        {
            row["ismanaged"] = _manifest.IsManaged;
            row["solutionid"] = NameId.Of("solution", _manifest.UniqueName);
        }

        if (row.LogicalName == StepRows.TableName)
        {
            row["statecode"] = new OptionSetValue(Options.PublishWorkflows ? 0 : 1);
            row["statuscode"] = new OptionSetValue(Options.PublishWorkflows ? 1 : 2);
        }

        Put(row);
    }

    /// <summary>A value that is not what the older package said was changed here, and stays.</summary>
    private void KeepCustomised(Entity row, Entity before)
    {
        Table? table = _engine.Tables.Find(row.LogicalName);
        Entity? now = table is null ? null : _session.Find(table, row.Id, new(true));
        if (now is null)
        {
            return;
        }

        foreach (string column in row.Attributes.Keys.Where(column => table!.Find(column) is not null).ToArray())
        {
            if (!Equals(Plain(now, column), Plain(before, column)))
            {
                row.Attributes.Remove(column);
            }
        }
    }

    /// <summary>The platform stores empty text as null.</summary>
    private static object? Plain(Entity row, string column) =>
        row.Attributes.TryGetValue(column, out object? value) && value is not null and not ""
            ? PlainValue.Of(value)
            : null;
}
