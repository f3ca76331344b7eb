using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>
/// A table in the order of a unique text column, page by page. Ids cannot be paged by: a condition "greater than" takes
/// texts, numbers and dates only.
/// </summary>
internal sealed class KeyColumn
{
    public const int PageSize = 200;

    /// <param name="table">Any.</param>
    /// <param name="name">Never empty and never changed, or a row is passed over or met twice.</param>
    public KeyColumn(string table, string name)
    {
        Table = table;
        Name = name;
    }

    public string Table { get; }

    public string Name { get; }

    /// <param name="from">Exclusive; empty: from the first row.</param>
    /// <param name="until">Exclusive; empty: none.</param>
    /// <param name="count">Rows of the page.</param>
    public QueryExpression Query(string from, string until, int count = PageSize)
    {
        var query = new QueryExpression(Table)
        {
            ColumnSet = new ColumnSet(Name),
            PageInfo = new PagingInfo { Count = count, PageNumber = 1 },
        };
        if (from.Length > 0) query.Criteria.AddCondition(Name, ConditionOperator.GreaterThan, from);
        if (until.Length > 0) query.Criteria.AddCondition(Name, ConditionOperator.LessThan, until);
        query.AddOrder(Name, OrderType.Ascending);
        return query;
    }

    public IReadOnlyList<JobSubject> Subjects(IEnumerable<Entity> rows) => Subjects(rows, _ => true);

    /// <param name="rows">Of <see cref="Query"/>.</param>
    /// <param name="isDue">The others are passed over.</param>
    public IReadOnlyList<JobSubject> Subjects(IEnumerable<Entity> rows, Func<Entity, bool> isDue) => rows
        .Select(row => new JobSubject(row.Id, row.GetAttributeValue<string>(Name) ?? "") { IsPassedOver = !isDue(row) })
        .ToArray();
}
