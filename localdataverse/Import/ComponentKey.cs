using System;

namespace Dataverse.Local.Import;

/// <summary>
/// One component of a solution, fine enough to be taken away by itself: "table" acme_thing, "column" account.acme_x,
/// "key", "relationship", "choice", "option" set.value, or the row of a platform's table ("savedquery", its id).
/// </summary>
internal sealed record ComponentKey(string Kind, string Name)
{
    public const string Table = "table";
    public const string Column = "column";
    public const string AlternateKey = "key";
    public const string Relationship = "relationship";
    public const string Choice = "choice";
    public const string Option = "option";

    /// <summary>Set of the row's id; null for components of the catalog.</summary>
    public Guid? RowId { get; private init; }

    public static ComponentKey OfRow(string table, Guid id) => new(table, id.ToString("N")) { RowId = id };

    public static ComponentKey OfColumn(string table, string column) => new(Column, $"{table}.{column}");

    public static ComponentKey OfKey(string table, string key) => new(AlternateKey, $"{table}.{key}");

    public static ComponentKey OfOption(string set, int value) => new(Option, $"{set}.{value}");
}
