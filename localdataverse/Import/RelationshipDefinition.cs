using System.Xml.Linq;
using Dataverse.Local.Metadata;

namespace Dataverse.Local.Import;

/// <summary>
/// A relationship as the package writes it; the referenced column is filled in when the tables are known.
/// </summary>
internal sealed record RelationshipDefinition(Relationship Relationship, bool HasRoles, XElement Xml);
