using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Messages.Rows;

/// <summary>Checks values against the columns that they go to.</summary>
internal static class ColumnChecks
{
    /// <summary>
    /// Columns that clients cannot set (created on, base amounts, totals) are left out without a word, as the platform
    /// does. It happens before any step runs: what a step sets afterwards stays.
    /// </summary>
    public static void DropReadOnly(Table table, AttributeCollection values, bool creating)
    {
        List<string>? dropped = null;
        foreach (KeyValuePair<string, object> value in values)
        {
            Column? column = table.Find(value.Key);
            if (column is null || (creating ? column.ValidForCreate : column.ValidForUpdate))
            {
                continue;
            }

            if (value.Key != table.PrimaryId)
            {
                (dropped ??= []).Add(value.Key);
            }
        }

        foreach (string name in dropped ?? [])
        {
            values.Remove(name);
        }
    }

    /// <summary>Unknown columns, wrong types, lengths, ranges, choice values, rows that a lookup points to.</summary>
    public static void Check(Operation operation, Table table, AttributeCollection values)
    {
        foreach (KeyValuePair<string, object> value in values)
        {
            Column column = table.Find(value.Key) ?? throw Unknown(table, value.Key);
            if (value.Value is null)
            {
                continue;
            }

            CheckValue(operation, table, column, value.Value);
        }
    }

    private static void CheckValue(Operation operation, Table table, Column column, object value)
    {
        switch (column.Type)
        {
            case ColumnType.String or ColumnType.Memo or ColumnType.EntityName when value is string text:
                CheckLength(table, column, text);
                break;
            case ColumnType.Integer when value is int number:
                CheckRange(table, column, number, int.MinValue, int.MaxValue);
                break;
            case ColumnType.BigInt when value is long or int:
            case ColumnType.Boolean when value is bool:
            case ColumnType.UniqueIdentifier when value is Guid:
            case ColumnType.Image when value is byte[]:
            case ColumnType.File when value is Guid:
            case ColumnType.Virtual:
                break;
            case ColumnType.Decimal when value is decimal number:
                CheckRange(table, column, number, -100_000_000_000m, 100_000_000_000m);
                break;
            case ColumnType.Double when value is double number:
                CheckRange(table, column, number);
                break;
            case ColumnType.Money when value is Money money:
                CheckRange(table, column, money.Value, -922_337_203_685_477m, 922_337_203_685_477m);
                break;
            case ColumnType.DateTime when value is DateTime time:
                CheckDate(table, column, time);
                break;
            case ColumnType.Choice or ColumnType.State or ColumnType.Status when value is OptionSetValue option:
                CheckChoice(table, column, option.Value);
                break;
            case ColumnType.MultiChoice when value is OptionSetValueCollection options:
                CheckChoices(table, column, options);
                break;
            case ColumnType.Lookup or ColumnType.Customer or ColumnType.Owner when value is EntityReference target:
                LookupChecks.Check(operation, table, column, target);
                break;
            default:
                throw WrongType(table, column, value);
        }
    }

    private static void CheckLength(Table table, Column column, string text)
    {
        int longest = column.MaxLength ?? (column.Type == ColumnType.Memo ? 2000 : 100);
        if (text.Length > longest && column.Type != ColumnType.EntityName)
        {
            throw Fault.Because(
                ErrorCodes.StringLengthTooLong,
                $"A validation error occurred. The length of the '{column.LogicalName}' attribute of the "
                    + $"'{table.LogicalName}' entity exceeded the maximum allowed length of '{longest}'.");
        }
    }

    private static void CheckRange(Table table, Column column, decimal value, decimal lowest, decimal highest)
    {
        if (value < (column.MinValue ?? lowest) || value > (column.MaxValue ?? highest))
        {
            throw OutOfRange(table, column);
        }
    }

    private static void CheckRange(Table table, Column column, double value)
    {
        double lowest = (double)(column.MinValue ?? -100_000_000_000m);
        double highest = (double)(column.MaxValue ?? 100_000_000_000m);
        if (!(value >= lowest && value <= highest))
        {
            throw OutOfRange(table, column);
        }
    }

    private static void CheckDate(Table table, Column column, DateTime time)
    {
        if (time.Year < 1753)
        {
            throw Fault.Because(
                ErrorCodes.DateTimeOutOfRange,
                "DateTime is less than minumum value supported by CrmDateTime. Actual value: "
                    + time.ToString("MM/dd/yyyy HH:mm:ss", CultureInfo.InvariantCulture)
                    + ", Minimum value supported: 01/01/1753 00:00:00 "
                    + $"(column '{column.LogicalName}' of '{table.LogicalName}').");
        }
    }

    private static void CheckChoice(Table table, Column column, int value)
    {
        if (column.Choices is not null && !column.Choices.Has(value))
        {
            string accepted = string.Join(",", column.Choices.Options.Select(option => option.Value));
            throw Fault.Because(
                ErrorCodes.PicklistValueOutOfRange,
                $"A validation error occurred. The value {value} of '{column.LogicalName}' on record of type "
                    + $"'{table.LogicalName}' is outside the valid range. Accepted Values: {accepted}");
        }
    }

    private static void CheckChoices(Table table, Column column, OptionSetValueCollection options)
    {
        foreach (OptionSetValue option in options)
        {
            CheckChoice(table, column, option.Value);
        }
    }

    private static Exception Unknown(Table table, string column) => Fault.Because(
        ErrorCodes.QueryBuilderNoAttribute,
        $"'{table.LogicalName}' entity doesn't contain attribute with Name = '{column}' and "
            + "NameMapping = 'Logical'.");

    private static Exception OutOfRange(Table table, Column column) => Fault.Because(
        ErrorCodes.OutOfRange,
        $"A validation error occurred. The value of '{column.LogicalName}' on record of type "
            + $"'{table.LogicalName}' is outside the valid range.");

    private static Exception WrongType(Table table, Column column, object value) => Fault.Because(
        ErrorCodes.InvalidArgument,
        $"Incorrect attribute value type {value.GetType()} for the column '{column.LogicalName}' of "
            + $"'{table.LogicalName}' ({column.Type}).");
}
