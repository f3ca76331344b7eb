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

    /// <summary>Whether the column came along, with or without a value.</summary>
    public static bool Has(this Entity row, string column) => row.Attributes.ContainsKey(column);

    /// <summary>
    /// The value of a linked column that a query gave an alias; the type's default where the row is missing.
    /// </summary>
    public static T? Linked<T>(this Entity row, string alias, string column) =>
        row.GetAttributeValue<AliasedValue>(alias + "." + column)?.Value is T value ? value : default;
}
