using System.Xml.Linq;

namespace Dataverse.Local.Pipeline;

/// <summary>
/// A component of an imported solution that the engine keeps but does not act on itself:
/// role, web resource, form, view, sitemap, environment variable.
/// </summary>
public sealed class SolutionPart
{
    /// <summary>Folder or element name in the solution: Role, WebResource, SystemForm, SavedQuery, ...</summary>
    public required string Kind { get; init; }

    /// <summary>Name within its kind: unique name, path of a web resource, id of a form.</summary>
    public required string Name { get; init; }

    /// <summary>Logical name of the table that it belongs to, if any.</summary>
    public string? Table { get; init; }

    /// <summary>The component's XML as in the solution.</summary>
    public XElement? Definition { get; init; }

    /// <summary>File content, web resources only.</summary>
    public byte[]? Content { get; init; }

    /// <summary>Unique name of the solution that it came with.</summary>
    public required string Solution { get; init; }
}
