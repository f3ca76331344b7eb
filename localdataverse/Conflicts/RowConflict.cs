using System;
using System.Collections.Generic;

namespace Dataverse.Local.Conflicts;

/// <summary>
/// A row that plugins read before the transaction had locked it, and wrote after that. In the cloud another
/// transaction can write the row between the two, and its change is then lost or unseen.
/// </summary>
public sealed class RowConflict
{
    internal RowConflict(string table, Guid rowId, IReadOnlyList<string> columns, string reader, string writer)
    {
        Table = table;
        RowId = rowId;
        Columns = columns;
        Reader = reader;
        Writer = writer;
    }

    /// <summary>Logical name of the row's table.</summary>
    public string Table { get; }

    /// <summary>Id of the row.</summary>
    public Guid RowId { get; }

    /// <summary>Columns whose values were read without the lock and not read again behind it, in order.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The plugin type that read first.</summary>
    public string Reader { get; }

    /// <summary>The plugin type that wrote first after that.</summary>
    public string Writer { get; }

    /// <summary>What happened, and what to do about it.</summary>
    public override string ToString() =>
        $"{Reader} read {string.Join(", ", Columns)} of {Table} {RowId:D} before the transaction had locked the row, "
        + $"and {Writer} wrote the row after that: an update that another transaction makes in between is lost. "
        + "Write the row first (this locks it until the end of the transaction), then read it, then write what "
        + "follows from it; read only the id before. Or pass the RowVersion that was read, with "
        + "ConcurrencyBehavior.IfRowVersionMatches.";
}
