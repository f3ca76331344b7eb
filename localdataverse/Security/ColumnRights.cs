using System.Collections.Generic;

namespace Dataverse.Local.Security;

/// <summary>What the field security profiles of one principal allow on secured columns.</summary>
internal sealed class ColumnRights
{
    public static readonly ColumnRights None = new();

    private readonly HashSet<ColumnKey> _readable = [];
    private readonly HashSet<ColumnKey> _creatable = [];
    private readonly HashSet<ColumnKey> _updatable = [];

    public bool CanRead(string table, string column) => _readable.Contains(new ColumnKey(table, column));

    public bool CanCreate(string table, string column) => _creatable.Contains(new ColumnKey(table, column));

    public bool CanUpdate(string table, string column) => _updatable.Contains(new ColumnKey(table, column));

    /// <summary>Adds one permission of one profile; what one profile allows another one does not take away.</summary>
    public void Add(FieldPermission permission)
    {
        ColumnKey key = new(permission.Table, permission.Column);
        if (permission.CanRead) _readable.Add(key);
        if (permission.CanCreate) _creatable.Add(key);
        if (permission.CanUpdate) _updatable.Add(key);
    }

    private readonly record struct ColumnKey(string Table, string Column);
}
