using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>
/// Rows of a platform table that changed since a moment, oldest change first. The cursor names the table, the time of
/// the change and how many rows of that very time are done: an import gives thousands of rows the same one.
/// </summary>
internal static class MomentPages
{
    private const string ModifiedOn = "modifiedon";
    private const int PageSize = 200;
    private const char TableEnd = ';', CountStart = '|';

    /// <summary>Before the first row of a table.</summary>
    public static string CursorOf(string table) => table + TableEnd;

    public static string TableOf(string cursor) => cursor.Substring(0, cursor.IndexOf(TableEnd));

    /// <summary>Where a run begins: a day before the last complete one, so that clocks may differ; null: with the first
    /// row.</summary>
    public static DateTime? StartOf(SliceScope scope) => scope.Since?.AddDays(-1);

    /// <summary>The next page of a run that begins where <see cref="StartOf"/> says.</summary>
    public static QueryExpression Query(string cursor, SliceScope scope, params string[] columns) =>
        Query(cursor, StartOf(scope), columns);

    /// <param name="cursor">Names the table.</param>
    /// <param name="start">Of the run; null: the first row.</param>
    /// <param name="columns">Beside id and time.</param>
    public static QueryExpression Query(string cursor, DateTime? start, params string[] columns)
    {
        string table = TableOf(cursor);
        var query = new QueryExpression(table)
        {
            ColumnSet = new ColumnSet(columns),
            PageInfo = new PagingInfo { Count = PageSize, PageNumber = CountIn(cursor) / PageSize + 1 },
        };
        query.ColumnSet.AddColumn(ModifiedOn);
        if ((SliceRange.MomentOf(MomentIn(cursor)) ?? start) is { } from)
            query.Criteria.AddCondition(ModifiedOn, ConditionOperator.GreaterEqual, from);
        query.AddOrder(ModifiedOn, OrderType.Ascending);
        query.AddOrder(table + "id", OrderType.Ascending);
        return query;
    }

    /// <summary>The rows behind the cursor that the query was made for.</summary>
    public static IReadOnlyList<Entity> Behind(string cursor, EntityCollection page) =>
        page.Entities.Skip(CountIn(cursor) % PageSize).ToArray();

    /// <param name="cursor">Of the page.</param>
    /// <param name="rows">Behind it.</param>
    /// <param name="isDue">The others are passed over.</param>
    public static IReadOnlyList<JobSubject> Subjects(
        string cursor, IEnumerable<Entity> rows, Func<Entity, bool> isDue)
    {
        var subjects = new List<JobSubject>();
        string at = MomentIn(cursor);
        int done = CountIn(cursor);
        foreach (Entity row in rows)
        {
            string moment = SliceRange.TextOf(row.GetAttributeValue<DateTime>(ModifiedOn));
            done = moment == at ? done + 1 : 1;
            at = moment;
            string behind = CursorOf(TableOf(cursor)) + at + CountStart + done.ToString(CultureInfo.InvariantCulture);
            subjects.Add(new JobSubject(row.Id, behind) { IsPassedOver = !isDue(row) });
        }

        return subjects;
    }

    private static string MomentIn(string cursor) =>
        cursor.Substring(cursor.IndexOf(TableEnd) + 1).Split(CountStart)[0];

    private static int CountIn(string cursor)
    {
        string[] parts = cursor.Split(CountStart);
        return parts.Length == 2 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
    }
}
