using System;
using SQLitePCL;

namespace Dataverse.Local.Store;

/// <summary>
/// <c>decimal_sum(x)</c>, exact, and <c>decimal_avg(x)</c>, by which results are only ordered, over stored decimals.
/// </summary>
internal static class DecimalAggregates
{
    public static void Register(sqlite3 connection)
    {
        raw.sqlite3_create_function(connection, "decimal_sum", 1, raw.SQLITE_DETERMINISTIC, null, Add, Sum);
        raw.sqlite3_create_function(connection, "decimal_avg", 1, raw.SQLITE_DETERMINISTIC, null, Add, Average);
    }

    private static void Add(sqlite3_context context, object userData, sqlite3_value[] arguments)
    {
        if (raw.sqlite3_value_type(arguments[0]) == raw.SQLITE_NULL) return;
        Total total = (Total)(context.state ??= new Total());
        total.Value += StoredDecimal.Raw(raw.sqlite3_value_blob(arguments[0]));
        total.Count++;
    }

    private static void Sum(sqlite3_context context, object userData)
    {
        if (context.state is not Total total)
        {
            raw.sqlite3_result_null(context);
            return;
        }

        Span<byte> bytes = stackalloc byte[StoredDecimal.Size];
        StoredDecimal.WriteRaw(total.Value, bytes);
        raw.sqlite3_result_blob(context, bytes);
    }

    private static void Average(sqlite3_context context, object userData)
    {
        if (context.state is Total total) raw.sqlite3_result_double(context, (double)total.Value / total.Count);
        else raw.sqlite3_result_null(context);
    }

    private sealed class Total
    {
        public Int128 Value { get; set; }

        public long Count { get; set; }
    }
}
