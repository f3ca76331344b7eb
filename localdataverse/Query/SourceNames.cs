using System;
using System.Collections.Generic;
using System.Globalization;
using Dataverse.Local.Store;

namespace Dataverse.Local.Query;

/// <summary>The quoted name of every source in SQL: its alias, numbered where two differ only by case.</summary>
internal sealed class SourceNames
{
    private readonly Dictionary<Source, string> _names = new();
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    public string Of(Source source)
    {
        if (_names.TryGetValue(source, out string? name)) return name;
        string free = source.Alias;
        for (int n = 2; !_taken.Add(free); n++) free = source.Alias + "_" + n.ToString(CultureInfo.InvariantCulture);
        name = StoredColumn.Quote(free);
        _names.Add(source, name);
        return name;
    }
}
