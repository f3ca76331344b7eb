using System;
using SQLitePCL;

namespace Dataverse.Local.Store;

/// <summary>Functions that queries call inside SQLite: <c>fold(text)</c> for memo columns, which keep no folded copy,
/// the collation <c>folded</c> that orders text as the platform compares it, and <c>date_part(part, seconds,
/// zone)</c>, where zone is an index of <see cref="TimeZones"/>.</summary>
internal static class SqlFunctions
{
    public static void Register(sqlite3 connection)
    {
        raw.sqlite3_create_function(connection, "fold", 1, raw.SQLITE_DETERMINISTIC, null, Fold);
        raw.sqlite3_create_function(connection, "date_part", 3, raw.SQLITE_DETERMINISTIC, null, DatePart);
        DecimalAggregates.Register(connection);
        raw.sqlite3_create_collation(connection, "folded", null, Compare);
    }

    private static int Compare(object userData, string one, string other) =>
        string.CompareOrdinal(Folding.Fold(one), Folding.Fold(other));

    private static void Fold(sqlite3_context context, object userData, sqlite3_value[] arguments)
    {
        if (raw.sqlite3_value_type(arguments[0]) == raw.SQLITE_NULL) raw.sqlite3_result_null(context);
        else raw.sqlite3_result_text(context, Folding.Fold(raw.sqlite3_value_text(arguments[0]).utf8_to_string()));
    }

    private static void DatePart(sqlite3_context context, object userData, sqlite3_value[] arguments)
    {
        if (raw.sqlite3_value_type(arguments[1]) == raw.SQLITE_NULL)
        {
            raw.sqlite3_result_null(context);
            return;
        }

        int part = raw.sqlite3_value_int(arguments[0]);
        TimeZoneInfo zone = TimeZones.At(raw.sqlite3_value_int(arguments[2]));
        DateTime utc = DateTime.UnixEpoch.AddSeconds(raw.sqlite3_value_int64(arguments[1]));
        raw.sqlite3_result_int(context, DateParts.Of(part, TimeZoneInfo.ConvertTimeFromUtc(utc, zone)));
    }
}
