using System;
using Dataverse.Local.Metadata;
using Dataverse.Local.Query;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Store;

/// <summary>Values of count, sum and avg. Sums are exact; SQL brings an average as sum and count, and it is divided
/// here, so that money and decimals stay exact. The average of whole numbers is cut to a whole number.</summary>
internal static class AggregateValue
{
    /// <summary>Decimal places of an average.</summary>
    private const int AverageDecimals = 10;

    public static object Read(Statement statement, ResultColumn column)
    {
        if (column.Aggregate is Aggregate.Count or Aggregate.CountColumn) return (int)statement.Long(column.Ordinal);
        Column description = column.Stored.Column;
        if (description.Type == ColumnType.Double)
        {
            double sum = statement.Double(column.Ordinal);
            return column.Aggregate == Aggregate.Avg ? sum / statement.Long(column.Ordinal + 1) : sum;
        }

        decimal exact = description.Type == ColumnType.Decimal
            ? ColumnCodec.DecimalOf(statement, column.Ordinal, column.Stored)
            : ColumnCodec.Unscaled(statement.Long(column.Ordinal), Decimals(column));
        if (column.Aggregate == Aggregate.Avg) exact /= statement.Long(column.Ordinal + 1);
        return description.Type switch
        {
            ColumnType.Money => new Money(decimal.Round(exact, AverageDecimals)),
            ColumnType.Decimal => decimal.Round(exact, AverageDecimals),
            ColumnType.BigInt => (long)decimal.Truncate(exact),
            _ => Whole(exact),
        };
    }

    private static int Decimals(ResultColumn column) =>
        column.Stored.Column.Type == ColumnType.Money ? column.Stored.Decimals : 0;

    private static object Whole(decimal exact) =>
        exact is >= int.MinValue and <= int.MaxValue
            ? (int)decimal.Truncate(exact)
            : throw Pipeline.Fault.Because(StoreFault.SqlArithmeticOverflow, StoreFault.SqlArithmeticOverflowText);
}
