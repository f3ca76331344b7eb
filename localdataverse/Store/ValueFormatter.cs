using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Query;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Store;

/// <summary>Formatted values in the language, number format and time zone of the reader.</summary>
internal sealed class ValueFormatter
{
    private const int DefaultDecimals = 2;

    /// <summary>Number formats by decimals, so that no text is built for each value.</summary>
    private static readonly ImmutableArray<string> NumberFormats =
        [.. Enumerable.Range(0, 13).Select(decimals => "N" + decimals.ToString(CultureInfo.InvariantCulture))];

    private readonly QueryContext _context;
    private readonly TableCatalog _catalog;
    private readonly CultureInfo _culture;

    public ValueFormatter(QueryContext context, TableCatalog catalog)
    {
        _context = context;
        _catalog = catalog;
        _culture = CultureInfo.GetCultureInfo(context.Locale);
    }

    /// <summary>Null for types without a formatted value: text, ids, files.</summary>
    public string? Format(Column column, object value) => value switch
    {
        OptionSetValue option => column.Choices?.Find(option.Value)?.Labels.In(_context.Language),
        bool flag => column.Choices?.Find(flag ? 1 : 0)?.Labels.In(_context.Language) ?? (flag ? "Yes" : "No"),
        DateTime time => Date(column, time),
        int or long or decimal or double => Number(column, value),
        OptionSetValueCollection choices => Choices(column, choices),
        string table when column.Type == ColumnType.EntityName => _catalog.Find(table)?.Labels.In(_context.Language),
        _ => null,
    };

    /// <summary>Without a known currency there is no symbol, and two decimals are shown.</summary>
    public string Money(Column column, Money money, Currency? currency)
    {
        int decimals = column.PrecisionSource == 0 ? column.Precision : currency?.Decimals ?? DefaultDecimals;
        string symbol = currency?.Symbol ?? "";
        string amount = Math.Abs(money.Value).ToString(NumberFormats[decimals], _culture);
        return money.Value < 0 ? $"-{symbol}{amount}" : symbol + amount;
    }

    public string Number(Column column, object value) => value switch
    {
        decimal number => number.ToString(NumberFormats[column.Precision], _culture),
        double number => number.ToString(NumberFormats[column.Precision], _culture),
        IFormattable number => number.ToString(NumberFormats[0], _culture),
        _ => throw new ArgumentException($"{value.GetType()} is no number.", nameof(value)),
    };

    private string Date(Column column, DateTime utc)
    {
        DateTime shown = column.DateBehavior == DateBehavior.UserLocal
            ? TimeZoneInfo.ConvertTimeFromUtc(utc, _context.TimeZone)
            : utc;
        return column.IsDateOnlyFormat || column.DateBehavior == DateBehavior.DateOnly
            ? shown.ToString("d", _culture)
            : shown.ToString("g", _culture);
    }

    private string Choices(Column column, IEnumerable<OptionSetValue> choices) => string.Join("; ", choices.Select(
        c => column.Choices?.Find(c.Value)?.Labels.In(_context.Language) ?? c.Value.ToString(_culture)));
}
