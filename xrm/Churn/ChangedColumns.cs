using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Churn;

/// <summary>What differs between a row as it is stored and as it should be.</summary>
internal static class ChangedColumns
{
    /// <summary>Only the columns whose value changes; none of them if nothing does.</summary>
    public static Entity Between(Entity stored, IEnumerable<KeyValuePair<string, object?>> wanted)
    {
        var changes = new Entity(stored.LogicalName, stored.Id);
        foreach (KeyValuePair<string, object?> column in wanted)
            if (!AreEqual(stored.GetAttributeValue<object>(column.Key), column.Value))
                changes[column.Key] = column.Value;
        return changes;
    }

    /// <summary>An empty text is stored as none; the kind of a moment says nothing.</summary>
    private static bool AreEqual(object? stored, object? wanted)
    {
        if (stored is DateTime one && wanted is DateTime other) return one.Ticks == other.Ticks;
        if (stored is EntityReference from && wanted is EntityReference to) return from.Id == to.Id;
        return Equals(stored ?? "", wanted ?? "");
    }
}
