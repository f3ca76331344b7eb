using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Conflicts;

/// <summary>What a step of stage 10 or 20 has changed in the target of an Update.</summary>
internal sealed class TargetChange
{
    private TargetChange(string plugin, IEnumerable<string> columns)
    {
        Plugin = plugin;
        Columns = new HashSet<string>(columns, StringComparer.Ordinal);
    }

    public string Plugin { get; }

    public HashSet<string> Columns { get; }

    /// <summary>Null: the step has changed nothing. Collections are compared by reference.</summary>
    public static TargetChange? Between(Dictionary<string, object> before, Entity after, string plugin)
    {
        string[] columns = after.Attributes
            .Where(value => !before.TryGetValue(value.Key, out object? old) || !Equals(old, value.Value))
            .Select(value => value.Key)
            .ToArray();
        return columns.Length == 0 ? null : new TargetChange(plugin, columns);
    }
}
