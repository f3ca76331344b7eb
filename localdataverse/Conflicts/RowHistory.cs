using System;
using System.Collections.Generic;
using System.Linq;

namespace Dataverse.Local.Conflicts;

/// <summary>
/// What one transaction has done with one row so far. A column is stale when a plugin read it before the row was
/// locked; reading it again behind the lock makes it good. The first write of a plugin may be the lock, so it is judged
/// at the end: a stale column that it wrote must be read and then written again. Every later write must find no stale
/// column left.
/// </summary>
internal sealed class RowHistory
{
    private readonly Dictionary<string, string> _stale = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _derived = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _lost = new(StringComparer.Ordinal);
    private bool _isLocked;
    private bool _isSafe;
    private bool _hasPluginWritten;
    private string? _writer;

    /// <summary>The row is this transaction's own, so nobody else can have written it.</summary>
    public void Created() => _isSafe = true;

    public void Read(string plugin, IEnumerable<string> columns)
    {
        foreach (string column in columns)
        {
            if (_isLocked)
            {
                _stale.Remove(column);
            }
            else if (!_isSafe)
            {
                _stale.TryAdd(column, plugin);
            }
        }
    }

    /// <summary>Any write locks the row; only that of a plugin can lose somebody else's.</summary>
    public void Written(string? plugin, IEnumerable<string> columns)
    {
        _isLocked = true;
        if (plugin is null || _isSafe)
        {
            return;
        }

        if (_stale.Count > 0)
        {
            _writer ??= plugin;
        }

        if (_hasPluginWritten)
        {
            WrittenAgain(columns);
            return;
        }

        _hasPluginWritten = true;
        foreach (string column in columns)
        {
            if (_stale.TryGetValue(column, out string? reader))
            {
                _derived.Add(column, reader);
            }
        }
    }

    /// <summary>A write that went through because the row had the version that was read.</summary>
    public void Matched()
    {
        _isLocked = true;
        _hasPluginWritten = true;
        _stale.Clear();
        _derived.Clear();
    }

    /// <summary>Null: nothing can be lost.</summary>
    public RowConflict? Conflict(string table, Guid id)
    {
        if (_writer is null || _stale.Count + _derived.Count + _lost.Count == 0)
        {
            return null;
        }

        KeyValuePair<string, string>[] reads = _lost.Concat(_stale).Concat(_derived).ToArray();
        string[] columns = reads.Select(read => read.Key).Distinct().Order(StringComparer.Ordinal).ToArray();
        return new RowConflict(table, id, columns, reads[0].Value, _writer);
    }

    private void WrittenAgain(IEnumerable<string> columns)
    {
        foreach (KeyValuePair<string, string> read in _stale)
        {
            _lost.TryAdd(read.Key, read.Value);
        }

        foreach (string column in columns)
        {
            if (!_stale.ContainsKey(column))
            {
                _derived.Remove(column);
            }
        }
    }
}
