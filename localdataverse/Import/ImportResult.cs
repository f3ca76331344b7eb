using System;
using System.Collections.Generic;
using System.Linq;

namespace Dataverse.Local.Import;

/// <summary>What an import did, component by component: nothing of a package is dropped silently.</summary>
public sealed class ImportResult
{
    internal ImportResult(
        string solution,
        Version version,
        bool isManaged,
        ImportOutcome outcome,
        IReadOnlyList<ImportedComponent> components)
    {
        Solution = solution;
        Version = version;
        IsManaged = isManaged;
        Outcome = outcome;
        Components = components;
    }

    /// <summary>Unique name of the solution.</summary>
    public string Solution { get; }

    public Version Version { get; }

    public bool IsManaged { get; }

    public ImportOutcome Outcome { get; }

    /// <summary>In the order of the package: tables, columns, keys, relationships, then everything else.</summary>
    public IReadOnlyList<ImportedComponent> Components { get; }

    /// <summary>What is stored with its XML, but has no effect here; each with the reason.</summary>
    public IEnumerable<ImportedComponent> Kept => Components.Where(component => component.Use == ComponentUse.Kept);

    /// <summary>The applied components of one kind, by name.</summary>
    public IEnumerable<string> Applied(string kind) =>
        Components.Where(component => component.Use == ComponentUse.Applied && component.Kind == kind)
            .Select(component => component.Name);
}
