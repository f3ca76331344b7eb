using System;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Sales;

/// <summary>Reads a row over another one: what changes says wins, even when it says null.</summary>
internal static class RowValues
{
    /// <summary>The money's value; zero when it is absent or null.</summary>
    public static decimal Amount(this Entity row, string column) => row.GetAttributeValue<Money>(column)?.Value ?? 0m;

    public static bool IsTrue(this Entity row, string column) => row.GetAttributeValue<bool?>(column) == true;

    public static Guid? Reference(this Entity row, string column) =>
        row.GetAttributeValue<EntityReference>(column)?.Id;

    public static int? Choice(this Entity row, string column) => row.GetAttributeValue<OptionSetValue>(column)?.Value;

    /// <summary>The row as it will be: before, with changes laid over it.</summary>
    public static Entity Over(this Entity changes, Entity before)
    {
        Entity merged = new(before.LogicalName, before.Id);
        foreach (System.Collections.Generic.KeyValuePair<string, object> value in before.Attributes)
        {
            merged[value.Key] = value.Value;
        }

        foreach (System.Collections.Generic.KeyValuePair<string, object> value in changes.Attributes)
        {
            merged[value.Key] = value.Value;
        }

        return merged;
    }
}
