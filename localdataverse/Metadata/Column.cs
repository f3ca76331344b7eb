using System;
using System.Collections.Generic;

namespace Dataverse.Local.Metadata;

/// <summary>Description of one column. Numbers left null take the platform's default for the type when rows are
/// checked.</summary>
public sealed class Column
{
    public required string LogicalName { get; init; }

    public required string SchemaName { get; init; }

    public required ColumnType Type { get; init; }

    public LocalizedText Labels { get; init; } = new();

    public LocalizedText Descriptions { get; init; } = new();

    public RequiredLevel RequiredLevel { get; init; }

    /// <summary>Characters (UTF-16 units). Default 100 for text, 2,000 for memo.</summary>
    public int? MaxLength { get; init; }

    public decimal? MinValue { get; init; }

    public decimal? MaxValue { get; init; }

    /// <summary>Decimals kept: 0 to 12 for decimal and double, 0 to 4 for money.</summary>
    public int Precision { get; init; } = 2;

    /// <summary>Where money takes its decimals from: 0 this column, 1 the organisation, 2 the row's currency.</summary>
    public int PrecisionSource { get; init; }

    /// <summary>Format as solution files spell it: text, email, url, phone, textarea, date, datetime, duration
    /// ...</summary>
    public string? Format { get; init; }

    public DateBehavior DateBehavior { get; init; } = DateBehavior.UserLocal;

    public bool IsDateOnlyFormat => string.Equals(Format, "date", StringComparison.OrdinalIgnoreCase);

    public ChoiceSet? Choices { get; init; }

    /// <summary>Logical names of the tables that a lookup may point to.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>Set by the platform on create when the row brings no value: int for choices, bool for
    /// booleans.</summary>
    public object? DefaultValue { get; init; }

    public bool ValidForCreate { get; init; } = true;

    public bool ValidForRead { get; init; } = true;

    public bool ValidForUpdate { get; init; } = true;

    /// <summary>On a <c>_base</c> column: the money column whose value it holds in base currency.</summary>
    public string? BaseOf { get; init; }

    public string? AutoNumberFormat { get; init; }

    public bool IsSecured { get; init; }

    public bool IsCustom { get; init; }

    public bool IsPrimaryName { get; init; }

    /// <summary>Quick find or the platform itself searches it, so the store keeps an index.</summary>
    public bool IsSearched { get; init; }

    public bool IsLookup => Type is ColumnType.Lookup or ColumnType.Customer or ColumnType.Owner;

    public bool IsChoice => Type is ColumnType.Choice or ColumnType.State or ColumnType.Status;

    public bool IsText => Type is ColumnType.String or ColumnType.Memo or ColumnType.EntityName;

    /// <summary>A lookup that may point to more than one table: the row keeps the table's name beside the id.</summary>
    public bool IsPolymorphic => IsLookup && Targets.Count != 1;

    /// <summary>False for columns without a place in the row (virtual ones).</summary>
    public bool IsStored => Type is not ColumnType.Virtual;

    public override string ToString() => LogicalName;
}
