using System.Collections.Generic;
using System.Xml.Linq;
using Dataverse.Local.Metadata;

namespace Dataverse.Local.Import;

/// <summary>What a package says about one table: the whole of an own one, additions to somebody else's.</summary>
internal sealed class TableDefinition
{
    public required string LogicalName { get; init; }

    public required string SchemaName { get; init; }

    /// <summary>Settings of an own table, without columns; null when the package only extends the table.</summary>
    public Table? Own { get; init; }

    public required XElement Xml { get; init; }

    public List<Column> Columns { get; } = [];

    public List<AlternateKey> Keys { get; } = [];
}
