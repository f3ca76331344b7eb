using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dataverse.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Store;

/// <summary>SDK value of a column to stored value and back. Rows are validated before; a wrong type here is a
/// mistake of the engine and says so.</summary>
internal static class ColumnCodec
{
    /// <summary>Empty text is stored as null, as on the platform: the parameter stays unbound.</summary>
    public static void Write(Statement statement, int index, StoredColumn column, object value)
    {
        if (value is string { Length: 0 }) return;
        switch (column.Column.Type)
        {
            case ColumnType.String or ColumnType.EntityName when value is string text:
                statement.Bind(index, text);
                statement.Bind(index + 1, Folding.Fold(text));
                break;
            case ColumnType.Memo when value is string text:
                statement.Bind(index, text);
                break;
            case ColumnType.Lookup or ColumnType.Customer or ColumnType.Owner when value is EntityReference reference:
                statement.Bind(index, reference.Id);
                if (column.TypeSql is not null) statement.Bind(index + 1, reference.LogicalName);
                break;
            case ColumnType.UniqueIdentifier or ColumnType.File when value is Guid id:
                statement.Bind(index, id);
                break;
            case ColumnType.Choice or ColumnType.State or ColumnType.Status when value is OptionSetValue option:
                statement.Bind(index, option.Value);
                break;
            case ColumnType.Boolean when value is bool flag:
                statement.Bind(index, flag ? 1L : 0L);
                break;
            case ColumnType.Image when value is byte[] bytes:
                statement.Bind(index, bytes);
                break;
            case ColumnType.Money when value is Money money:
                statement.Bind(index, Rounded(column, money.Value));
                break;
            case ColumnType.Decimal when value is decimal number:
                BindDecimal(statement, index, column, number);
                break;
            case ColumnType.Integer or ColumnType.BigInt when value is int or long:
                statement.Bind(index, value is int small ? small : (long)value);
                break;
            case ColumnType.DateTime when value is DateTime time:
                statement.Bind(index, SecondsOf(OfBehavior(column.Column, time)));
                break;
            case ColumnType.Double when value is double number:
                statement.Bind(index, number);
                break;
            case ColumnType.MultiChoice when value is OptionSetValueCollection choices:
                statement.Bind(index, TextOf(choices));
                break;
            default:
                throw new ArgumentException(
                    $"{column.Column} ({column.Column.Type}) cannot hold {value.GetType().Name}.", nameof(value));
        }
    }

    public static object Read(Statement statement, int ordinal, StoredColumn column)
    {
        Column description = column.Column;
        switch (description.Type)
        {
            case ColumnType.String or ColumnType.Memo or ColumnType.EntityName: return statement.Text8(ordinal);
            case ColumnType.Integer: return (int)statement.Long(ordinal);
            case ColumnType.BigInt: return statement.Long(ordinal);
            case ColumnType.Decimal: return DecimalOf(statement, ordinal, column);
            case ColumnType.Money: return new Money(Unscaled(statement.Long(ordinal), column.Decimals));
            case ColumnType.Double: return statement.Double(ordinal);
            case ColumnType.Boolean: return statement.Long(ordinal) != 0;
            case ColumnType.DateTime: return DateOf(statement.Long(ordinal));
            case ColumnType.Choice or ColumnType.State or ColumnType.Status:
                return new OptionSetValue((int)statement.Long(ordinal));
            case ColumnType.MultiChoice: return ChoicesOf(statement.Text8(ordinal));
            case ColumnType.Lookup or ColumnType.Customer or ColumnType.Owner:
                string target = column.TypeSql is null ? description.Targets[0] : statement.Text8(ordinal + 1);
                return new EntityReference(target, statement.Guid(ordinal));
            case ColumnType.UniqueIdentifier or ColumnType.File: return statement.Guid(ordinal);
            case ColumnType.Image: return statement.Bytes(ordinal);
            default: throw new InvalidOperationException($"{description} is not stored.");
        }
    }

    /// <summary>The value, with the column's places.</summary>
    public static decimal DecimalOf(Statement statement, int ordinal, StoredColumn column) =>
        StoredDecimal.Of(StoredDecimal.Raw(statement.Blob(ordinal)), column.Decimals);

    /// <summary>A plain value (as conditions hold it) as long, double, string or byte[]. Money with more places than
    /// four becomes a double: equal to no row, but still greater or less.</summary>
    public static object ToStored(StoredColumn column, object plain) => plain switch
    {
        string text when column.FoldSql is not null => Folding.Fold(text),
        string text => text,
        int number => Scaled(column, number),
        long number => column.Column.Type is ColumnType.Decimal or ColumnType.Money ? Scaled(column, number) : number,
        decimal number => Scaled(column, number),
        double number => column.Column.Type is ColumnType.Decimal or ColumnType.Money
            ? Scaled(column, (decimal)number)
            : number,
        bool flag => flag ? 1L : 0L,
        DateTime time => SecondsOf(time),
        Guid id => StoredGuid.ToBytes(id),
        OptionSetValueCollection choices => TextOf(choices),
        _ => throw new ArgumentException($"{column.Column} ({column.Column.Type}) cannot hold {plain.GetType().Name}."),
    };

    /// <summary>Seconds since 1970; milliseconds are cut off as the platform does. Unspecified times are taken as
    /// UTC.</summary>
    public static long SecondsOf(DateTime time)
    {
        if (time.Kind == DateTimeKind.Local) time = time.ToUniversalTime();
        long seconds = Math.DivRem(time.Ticks - DateTime.UnixEpoch.Ticks, TimeSpan.TicksPerSecond, out long rest);
        return rest < 0 ? seconds - 1 : seconds;
    }

    public static DateTime DateOf(long seconds) => DateTime.UnixEpoch.AddTicks(seconds * TimeSpan.TicksPerSecond);

    public static decimal Unscaled(long scaled, int decimals)
    {
        ulong magnitude = scaled < 0 ? (ulong)-scaled : (ulong)scaled;
        return new decimal((int)(uint)magnitude, (int)(uint)(magnitude >> 32), 0, scaled < 0, (byte)decimals);
    }

    /// <summary>Commas around every value, so that one value is found as text.</summary>
    public static string TextOf(IEnumerable<OptionSetValue> choices) =>
        "," + string.Concat(choices.Select(c => c.Value).Order().Distinct()
            .Select(v => v.ToString(CultureInfo.InvariantCulture) + ","));

    private static OptionSetValueCollection ChoicesOf(string text)
    {
        OptionSetValueCollection choices = new();
        foreach (string value in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            choices.Add(new OptionSetValue(int.Parse(value, CultureInfo.InvariantCulture)));
        }

        return choices;
    }

    /// <summary>A date without time keeps the day that was given, whatever the time beside it.</summary>
    private static DateTime OfBehavior(Column column, DateTime time) =>
        column.DateBehavior == DateBehavior.DateOnly ? DateTime.SpecifyKind(time.Date, DateTimeKind.Utc) : time;

    private static void BindDecimal(Statement statement, int index, StoredColumn column, decimal number)
    {
        if (!StoredDecimal.Fits(number)) throw StoreFault.DoesNotFit(column.Column, number);
        Span<byte> bytes = stackalloc byte[StoredDecimal.Size];
        StoredDecimal.Write(decimal.Round(number, column.Decimals, MidpointRounding.AwayFromZero), bytes);
        statement.Bind(index, (ReadOnlySpan<byte>)bytes);
    }

    private static long Rounded(StoredColumn column, decimal number)
    {
        decimal scaled = decimal.Round(number, column.Decimals, MidpointRounding.AwayFromZero);
        scaled *= PowerOfTen(column.Decimals);
        return scaled is < long.MinValue or > long.MaxValue
            ? throw StoreFault.DoesNotFit(column.Column, number)
            : (long)scaled;
    }

    private static object Scaled(StoredColumn column, decimal number)
    {
        if (column.Column.Type == ColumnType.Decimal) return StoredDecimal.ToCompare(number);
        if (column.Column.Type != ColumnType.Money) return Whole(number);
        decimal scaled = number * PowerOfTen(column.Decimals);
        if (scaled is < long.MinValue or > long.MaxValue) throw StoreFault.DoesNotFit(column.Column, number);
        return scaled == decimal.Truncate(scaled) ? (long)scaled : (double)scaled;
    }

    private static object Whole(decimal number) =>
        number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue
            ? (long)number
            : (double)number;

    private static decimal PowerOfTen(int exponent)
    {
        long power = 1;
        for (int i = 0; i < exponent; i++) power *= 10;
        return power;
    }
}
