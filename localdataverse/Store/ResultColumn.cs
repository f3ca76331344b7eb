using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Query;

namespace Dataverse.Local.Store;

/// <summary>One value of a result row: where it stands, how it is decoded, under which name it goes into the
/// entity.</summary>
internal sealed class ResultColumn
{
    public const string CurrencyColumn = "transactioncurrencyid";

    private ResultColumn(TablePlan plan, StoredColumn stored, int ordinal, string source, string name)
    {
        Plan = plan;
        Stored = stored;
        Ordinal = ordinal;
        Source = source;
        Name = name;
    }

    public TablePlan Plan { get; }

    public StoredColumn Stored { get; }

    public int Ordinal { get; }

    /// <summary>Alias of the source that the column belongs to. Money finds its currency by it.</summary>
    public string Source { get; }

    /// <summary>Attribute name in the entity.</summary>
    public string Name { get; }

    /// <summary>The value goes into an AliasedValue.</summary>
    public bool IsAliased { get; private init; }

    /// <summary>Read for the engine's own use, not part of the entity.</summary>
    public bool IsHidden { get; private init; }

    /// <summary>Belongs to the row that the entity stands for, so id and version are the entity's.</summary>
    public bool IsRoot { get; private init; }

    public bool IsRootId => IsRoot && Stored == Plan.Id;

    public bool IsRootVersion => IsRoot && Stored == Plan.RowVersion;

    /// <summary>On money: where the currency of its row stands; -1 if the amount is in base currency.</summary>
    public int CurrencyOrdinal { get; private set; } = -1;

    public Aggregate Aggregate { get; private init; }

    public DateGrouping DateGrouping { get; private init; }

    /// <summary>Tells every amount where its currency stands, once the row is complete.</summary>
    public static void LinkCurrencies(IReadOnlyList<ResultColumn> row)
    {
        foreach (ResultColumn money in row)
        {
            if (money.Stored.Column is not { Type: ColumnType.Money, BaseOf: null }) continue;
            if (money.Aggregate != Aggregate.None) continue;
            ResultColumn? currency = row.FirstOrDefault(c =>
                c.Source == money.Source && c.Stored.Column.LogicalName == CurrencyColumn);
            money.CurrencyOrdinal = currency?.Ordinal ?? -1;
        }
    }

    public static ResultColumn Plain(TablePlan plan, StoredColumn stored, int ordinal, string source = "") =>
        new(plan, stored, ordinal, source, stored.Column.LogicalName) { IsRoot = true };

    public static ResultColumn Hidden(
        TablePlan plan, StoredColumn stored, int ordinal, string source = "", bool isRoot = false) =>
        new(plan, stored, ordinal, source, stored.Column.LogicalName) { IsHidden = true, IsRoot = isRoot };

    public static ResultColumn Aliased(
        TablePlan plan, StoredColumn stored, int ordinal, string name, SelectColumn column) =>
        new(plan, stored, ordinal, column.Source.Alias, name)
        {
            IsAliased = true, Aggregate = column.CountsChildren ? Aggregate.Count : column.Aggregate,
            DateGrouping = column.DateGrouping,
        };
}
