using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Import;

/// <summary>
/// One package while it is read. The readers take elements out of <see cref="Customizations"/> and add what they
/// found; nothing here touches an environment, so that a package can be judged before anything is changed.
/// </summary>
internal sealed class PackageReading
{
    private readonly List<ImportedComponent> _components = [];
    private readonly HashSet<string> _usedParts = new(StringComparer.OrdinalIgnoreCase);

    public PackageReading(SolutionZip zip, IReadOnlySet<string> messages)
    {
        Zip = zip;
        Messages = messages;
        Manifest = SolutionManifest.Read(zip);
        Customizations = zip.Xml("customizations.xml");
        _usedParts.UnionWith(["solution.xml", "customizations.xml", "[Content_Types].xml"]);
    }

    public SolutionZip Zip { get; }

    public SolutionManifest Manifest { get; }

    /// <summary>Names of the messages that are here before the package is.</summary>
    public IReadOnlySet<string> Messages { get; }

    public XElement Customizations { get; }

    public Dictionary<string, ChoiceSet> Choices { get; } = new(StringComparer.Ordinal);

    public List<TableDefinition> Tables { get; } = [];

    public List<RelationshipDefinition> Relationships { get; } = [];

    /// <summary>The fetch elements of views: what they search gets indexes.</summary>
    public List<XElement> Views { get; } = [];

    public List<AssemblyDefinition> Assemblies { get; } = [];

    public List<Step> Steps { get; } = [];

    public List<CustomApi> CustomApis { get; } = [];

    public List<RoleDefinition> Roles { get; } = [];

    /// <summary>Forms, views, web resources ...: what the engine keeps for those who show it.</summary>
    public List<SolutionPart> Parts { get; } = [];

    /// <summary>Rows of the platform's own tables, with the ids of the package.</summary>
    public List<Entity> Rows { get; } = [];

    /// <summary>Rows whose publisher does not let others change them (IsCustomizable 0).</summary>
    public List<Guid> Locked { get; } = [];

    /// <summary>What is defined in the package and can be a root component.</summary>
    public List<RootComponent> Defined { get; } = [];

    public IReadOnlyList<ImportedComponent> Components => _components;

    public IEnumerable<string> UnusedParts => Zip.Names.Where(name => !_usedParts.Contains(name)).Order();

    /// <summary>Content of a part that a component names; remembers that it is accounted for.</summary>
    public byte[]? TakePart(string name)
    {
        _usedParts.Add(name.TrimStart('/'));
        return Zip.Find(name);
    }

    public XElement TakeXml(string name)
    {
        _usedParts.Add(name);
        return Zip.Xml(name);
    }

    public void Define(int type, string? schemaName, Guid? id, XElement at) =>
        Defined.Add(new RootComponent(type, schemaName, id, 0, at.Place()));

    public void Applied(string kind, string name) =>
        _components.Add(new ImportedComponent(kind, name, ComponentUse.Applied, string.Empty));

    public void Kept(string kind, string name, string why) =>
        _components.Add(new ImportedComponent(kind, name, ComponentUse.Kept, why));

    /// <summary>A component that nothing here acts on: its XML is stored as a part.</summary>
    public void Keep(string kind, string name, string why, XElement definition, string? table = null)
    {
        AddPart(kind, name, definition, table);
        Kept(kind, name, why);
    }

    public void AddPart(string kind, string name, XElement definition, string? table = null, byte[]? content = null) =>
        Parts.Add(new SolutionPart
        {
            Kind = kind,
            Name = name,
            Table = table,
            Definition = definition,
            Content = content,
            Solution = Manifest.UniqueName,
        });

    /// <summary>A row of a platform table; null values are left out.</summary>
    public Entity AddRow(string table, Guid id, params KeyValuePair<string, object?>[] values)
    {
        Entity row = new(table, id);
        foreach (KeyValuePair<string, object?> value in values)
        {
            if (value.Value is not null)
            {
                row[value.Key] = value.Value;
            }
        }

        Rows.Add(row);
        return row;
    }
}
