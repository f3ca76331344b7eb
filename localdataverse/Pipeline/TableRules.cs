using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;

namespace Dataverse.Local.Pipeline;

/// <summary>The platform logic of tables, found like the handlers.</summary>
internal sealed class TableRules
{
    private static readonly TableRule[] None = [];

    private readonly FrozenDictionary<string, TableRule[]> _byTable = Parts.Make<TableRule>()
        .GroupBy(rule => rule.Table)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    /// <summary>Empty for most tables.</summary>
    public TableRule[] Of(string table) => _byTable.GetValueOrDefault(table, None);
}
