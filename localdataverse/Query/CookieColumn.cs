using System;
using System.Globalization;
using Dataverse.Local.Metadata;
using Dataverse.Local.Store;

namespace Dataverse.Local.Query;

/// <summary>One column of a paging cookie, with its values on the first and the last row of the page.</summary>
internal sealed class CookieColumn
{
    public CookieColumn(StoredColumn stored, bool descending)
    {
        Stored = stored;
        Descending = descending;
    }

    public StoredColumn Stored { get; }

    public bool Descending { get; }

    public int Ordinal { get; set; }

    public string? First { get; private set; }

    public string? Last { get; private set; }

    public void See(Statement row, bool isFirst)
    {
        Last = row.IsNull(Ordinal) ? null : Written(row);
        if (isFirst) First = Last;
    }

    /// <summary>Written value to stored value; null if it is none of this column.</summary>
    public object? Parse(string written)
    {
        switch (Stored.SqlType)
        {
            case "BLOB" when Stored.Column.Type == ColumnType.Decimal:
                return decimal.TryParse(written, CultureInfo.InvariantCulture, out decimal exact)
                    ? StoredDecimal.ToCompare(exact)
                    : null;
            case "BLOB":
                return Guid.TryParse(written, out Guid id) ? StoredGuid.ToBytes(id) : null;
            case "TEXT":
                return Stored.FoldSql is null ? written : Folding.Fold(written);
            case "REAL":
                return double.TryParse(written, CultureInfo.InvariantCulture, out double real) ? real : null;
            case "INTEGER" when Stored.Column.Type == ColumnType.DateTime:
                return DateTime.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal
                    | DateTimeStyles.AssumeUniversal, out DateTime time) ? ColumnCodec.SecondsOf(time) : null;
            case "INTEGER" when Stored.Column.Type == ColumnType.Money:
                return decimal.TryParse(written, CultureInfo.InvariantCulture, out decimal number)
                    ? ColumnCodec.ToStored(Stored, number)
                    : null;
            default:
                return long.TryParse(written, CultureInfo.InvariantCulture, out long whole) ? whole : null;
        }
    }

    private string Written(Statement row) => Stored.SqlType switch
    {
        "BLOB" when Stored.Column.Type == ColumnType.Decimal =>
            ColumnCodec.DecimalOf(row, Ordinal, Stored).ToString(CultureInfo.InvariantCulture),
        "BLOB" => row.Guid(Ordinal).ToString("B").ToUpperInvariant(),
        "TEXT" => row.Text8(Ordinal),
        "REAL" => row.Double(Ordinal).ToString("R", CultureInfo.InvariantCulture),
        _ when Stored.Column.Type == ColumnType.DateTime =>
            ColumnCodec.DateOf(row.Long(Ordinal)).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        _ when Stored.Column.Type == ColumnType.Money =>
            ColumnCodec.Unscaled(row.Long(Ordinal), Stored.Decimals).ToString(CultureInfo.InvariantCulture),
        _ => row.Long(Ordinal).ToString(CultureInfo.InvariantCulture),
    };
}
