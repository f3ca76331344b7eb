using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Xrm.CrossSell;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>
/// Counted orders that were deleted since: they are taken out of the counts. And those whose customer objects to
/// profiling by now: they become orders of nobody. Two requests for 200 orders.
/// </summary>
internal sealed class OrderBasketsToCheck : IJobWork
{
    private static readonly KeyColumn Key = new KeyColumn(OrderBasketRow.Table, OrderBasketRow.Columns.Key);

    private readonly IOrganizationService service;

    public OrderBasketsToCheck(IOrganizationService service) => this.service = service;

    public IReadOnlyList<SliceRange> Cut(SliceCutter cutter) => cutter.Rows(Key);

    public IReadOnlyList<JobSubject> Next(string cursor, SliceScope scope)
    {
        QueryExpression query = Key.Query(cursor, scope.Until);
        query.ColumnSet.AddColumn(OrderBasketRow.Columns.OrderId);
        ProfilingObjection.AddTo(query, OrderBasketRow.Columns.CustomerId);
        Entity[] rows = service.RetrieveMultiple(query).Entities.ToArray();
        if (rows.Length == 0) return Array.Empty<JobSubject>();
        HashSet<Guid> orders = Existing(rows);
        return rows.Select(row => new JobSubject(OrderOf(row), row.Text(OrderBasketRow.Columns.Key) ?? "")
        {
            IsPassedOver = orders.Contains(OrderOf(row)) && !ProfilingObjection.IsLinkedTo(row),
        }).ToArray();
    }

    public void Do(JobSubject subject, SliceScope scope) => JobItem.Execute(service, subject.Id, scope);

    private HashSet<Guid> Existing(IEnumerable<Entity> rows)
    {
        var query = new QueryExpression(SalesOrder.Table) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(
            SalesOrder.Columns.Id, ConditionOperator.In, rows.Select(row => (object)OrderOf(row)).ToArray());
        return new HashSet<Guid>(service.RetrieveMultiple(query).Entities.Select(row => row.Id));
    }

    private static Guid OrderOf(Entity row) =>
        Guid.TryParse(row.Text(OrderBasketRow.Columns.OrderId), out Guid id) ? id : Guid.Empty;
}
