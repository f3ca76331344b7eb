using System;
using Dataverse.Local.Metadata;

namespace Dataverse.Local.Http.Api;

/// <summary>Columns as the Web API calls them: a lookup is <c>_name_value</c>, the rest is the logical name.</summary>
internal static class PropertyNames
{
    public static string Of(Column column) => column.IsLookup ? $"_{column.LogicalName}_value" : column.LogicalName;

    /// <summary>Null: no such property. Virtual columns have none.</summary>
    public static Column? Find(Table table, string property)
    {
        if (table.Find(property) is Column plain) return plain.IsLookup || !IsShown(plain) ? null : plain;
        bool isLookup = property.Length > 7 && property[0] == '_'
            && property.EndsWith("_value", StringComparison.Ordinal);
        return isLookup && table.Find(property[1..^6]) is { IsLookup: true } lookup ? lookup : null;
    }

    public static bool IsShown(Column column) => column.IsStored && column.ValidForRead;
}
