using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Query;

/// <summary>Values of a condition, from the SDK or as written in FetchXML, as plain values of the column's
/// type.</summary>
internal static class ConditionValues
{
    public static List<object> Read(Source source, Column column, ConditionOperator op, IEnumerable<object?> values)
    {
        OperatorRules.Check(source, column, op);
        int most = OperatorRules.MostCount(op, column);
        List<object?> given = (most == OperatorRules.Unlimited ? values.SelectMany(Members) : values).ToList();
        int least = OperatorRules.LeastCount(op);
        if (given.Count < least || given.Count > most)
        {
            throw QueryFault.WrongValueCount(op, least, given.Count, column.LogicalName);
        }

        if (column.Type != ColumnType.MultiChoice) return given.ConvertAll(v => Read(source, column, op, v));
        List<object> choices = given.ConvertAll(v => ReadChoices(source, column, op, v));
        return op is ConditionOperator.Equal or ConditionOperator.NotEqual ? [Union(choices)] : choices;
    }

    /// <summary>A list inside the list counts as its members where the operator takes many.</summary>
    private static IEnumerable<object?> Members(object? value) =>
        value is IEnumerable many and not string and not byte[] ? many.Cast<object?>() : [value];

    /// <summary>One value of a column of many choices: a choice, or several separated by commas.</summary>
    private static object ReadChoices(Source source, Column column, ConditionOperator op, object? value)
    {
        if (value is null) throw QueryFault.NullValue(op, source.Table.LogicalName, column.LogicalName);
        IEnumerable<object> parts = value is string text ? text.Split(',', StringSplitOptions.TrimEntries) : [value];
        return new OptionSetValueCollection(
            parts.Select(p => new OptionSetValue((int)Read(source, column, op, p))).ToList());
    }

    /// <summary>Equal compares the whole selection, however many values spell it.</summary>
    private static OptionSetValueCollection Union(IEnumerable<object> choices) =>
        new(choices.SelectMany(c => (OptionSetValueCollection)c).ToList());

    private static object Read(Source source, Column column, ConditionOperator op, object? value)
    {
        if (value is null) throw QueryFault.NullValue(op, source.Table.LogicalName, column.LogicalName);
        object plain = value is Enum named ? Convert.ToInt32(named, CultureInfo.InvariantCulture)
            : PlainValue.Of(value);
        object? read = OperatorRules.TakesCount(op) ? Whole(plain)
            : OperatorRules.IsPattern(op) ? Convert.ToString(plain, CultureInfo.InvariantCulture)
            : OfType(column, plain);
        return read ?? throw QueryFault.WrongValueType(source.Table.LogicalName, column, value);
    }

    private static object? OfType(Column column, object value) => column.Type switch
    {
        ColumnType.String or ColumnType.Memo or ColumnType.EntityName =>
            Convert.ToString(value, CultureInfo.InvariantCulture),
        ColumnType.Integer or ColumnType.Choice or ColumnType.State or ColumnType.Status or ColumnType.MultiChoice =>
            Whole(value),
        ColumnType.BigInt => Long(value),
        ColumnType.Decimal or ColumnType.Money => Exact(value),
        ColumnType.Double => Exact(value) is decimal number ? (double)number : null,
        ColumnType.Boolean => Flag(value),
        ColumnType.DateTime => Date(value),
        _ => value is Guid || !Guid.TryParse(value as string, out Guid id) ? value as Guid? : id,
    };

    private static object? Whole(object value) => Long(value) is long and >= int.MinValue and <= int.MaxValue and var n
        ? (int)n
        : null;

    private static object? Long(object value) => value switch
    {
        int number => (long)number,
        long number => number,
        short or byte => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        bool flag => flag ? 1L : 0L,
        string text when long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out long n) => n,
        decimal or double when Exact(value) is decimal number && number == decimal.Truncate(number) => (long)number,
        _ => null,
    };

    private static object? Exact(object value) => value switch
    {
        decimal number => number,
        double number when Math.Abs(number) < (double)decimal.MaxValue => (decimal)number,
        string text when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal n) => n,
        _ => Long(value) is long number ? (decimal)number : null,
    };

    private static object? Flag(object value) => value switch
    {
        bool flag => flag,
        string text when bool.TryParse(text, out bool flag) => flag,
        _ => Long(value) switch { 1L => true, 0L => false, _ => null },
    };

    /// <summary>SDK dates are UTC unless they say otherwise; written dates without a zone are the user's (kind
    /// unspecified), which the translator resolves.</summary>
    private static object? Date(object value) => value switch
    {
        DateTime { Kind: DateTimeKind.Unspecified } time => DateTime.SpecifyKind(time, DateTimeKind.Utc),
        DateTime time => time.ToUniversalTime(),
        DateTimeOffset time => time.UtcDateTime,
        string text when DateTime.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out DateTime time) => time,
        _ => null,
    };
}
