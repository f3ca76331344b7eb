using System;
using System.Collections.Generic;
using System.Globalization;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Schema;

/// <summary>Rows that a query brought along with another one.</summary>
internal static class LinkedRows
{
    private const string Version = "versionnumber";

    /// <summary>
    /// The linked columns that a query gave an alias as the row that they are of, with its version if that was read;
    /// null where the row is missing. Its id has to be among them.
    /// </summary>
    public static Entity? LinkedRow(this Entity row, string alias, string table)
    {
        Guid id = row.Linked<Guid>(alias, table + "id");
        if (id == Guid.Empty) return null;
        var linked = new Entity(table, id);
        foreach (KeyValuePair<string, object> column in row.Attributes)
        {
            if (column.Key.StartsWith(alias + ".", StringComparison.Ordinal) && column.Value is AliasedValue read)
                linked[column.Key.Substring(alias.Length + 1)] = read.Value;
        }

        if (linked.GetAttributeValue<long?>(Version) is { } version)
            linked.RowVersion = version.ToString(CultureInfo.InvariantCulture);
        return linked;
    }
}
