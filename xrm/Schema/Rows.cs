using System;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Schema;

/// <summary>Steps between typed rows and what the platform serialises.</summary>
internal static class Rows
{
    /// <summary>
    /// The same columns as a plain <see cref="Entity"/>: the platform does not know our row classes. The columns are
    /// shared, not copied.
    /// </summary>
    public static Entity Plain(this Entity row) => row.ToEntity<Entity>();

    /// <summary>Null where the column is absent or empty.</summary>
    public static string? Text(this Entity row, string column) => row.GetAttributeValue<string>(column);

    public static EntityReference? Link(this Entity row, string column) =>
        row.GetAttributeValue<EntityReference>(column);

    public static int? Whole(this Entity row, string column) => row.GetAttributeValue<int?>(column);

    public static decimal? Amount(this Entity row, string column) => row.GetAttributeValue<decimal?>(column);

    public static bool? Flag(this Entity row, string column) => row.GetAttributeValue<bool?>(column);

    /// <summary>UTC; of a column that holds a day, midnight of that day whatever the zone.</summary>
    public static DateTime? Moment(this Entity row, string column) => row.GetAttributeValue<DateTime?>(column);

    /// <summary>The option of an own choice, counted from 0 as the domain does.</summary>
    public static int? Number(this Entity row, string column) =>
        Choice.NumberOf(row.GetAttributeValue<OptionSetValue>(column));

    /// <summary>
    /// The value of a linked column that a query gave an alias; the type's default where the row is missing.
    /// </summary>
    public static T? Linked<T>(this Entity row, string alias, string column) =>
        row.GetAttributeValue<AliasedValue>(alias + "." + column)?.Value is T value ? value : default;
}
