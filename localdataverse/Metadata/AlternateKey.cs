using System.Collections.Generic;

namespace Dataverse.Local.Metadata;

/// <summary>Columns whose values identify a row. Unique unless a part is null; text compares without case and
/// accents.</summary>
public sealed class AlternateKey
{
    public AlternateKey(string logicalName, IReadOnlyList<string> columns)
    {
        LogicalName = logicalName;
        SchemaName = logicalName;
        Columns = columns;
    }

    public string LogicalName { get; }

    public string SchemaName { get; init; }

    public LocalizedText Labels { get; init; } = new();

    public IReadOnlyList<string> Columns { get; }

    /// <summary>Only an active key finds rows and refuses duplicates.</summary>
    internal KeyIndexStatus IndexStatus { get; set; } = KeyIndexStatus.Active;
}
