using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Xrm.CrossSell;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>
/// Orders that changed since the last complete run: what was imported past our steps, and lines that changed without a
/// change of the order's state. Open orders only matter where they stand in the counts: they were reopened. The first
/// run takes the whole history.
/// </summary>
internal sealed class OrdersForBaskets : IJobWork
{
    private readonly IOrganizationService service;

    public OrdersForBaskets(IOrganizationService service) => this.service = service;

    public IReadOnlyList<SliceRange> Cut(SliceCutter cutter) =>
        SliceCutter.Parts(MomentPages.CursorOf(SalesOrder.Table));

    public IReadOnlyList<JobSubject> Next(string cursor, SliceScope scope)
    {
        QueryExpression query = MomentPages.Query(cursor, scope, SalesOrder.Columns.State);
        IReadOnlyList<Entity> rows = MomentPages.Behind(cursor, service.RetrieveMultiple(query));
        HashSet<string> reopened = CountedAmong(rows.Where(IsOpen));
        return MomentPages.Subjects(cursor, rows, row => !IsOpen(row) || reopened.Contains(Keys.Of(row.Id)));
    }

    public void Do(JobSubject subject, SliceScope scope) => JobItem.Execute(service, subject.Id, scope);

    private static bool IsOpen(Entity order) =>
        order.GetAttributeValue<OptionSetValue>(SalesOrder.Columns.State)?.Value < SalesOrder.Canceled;

    private HashSet<string> CountedAmong(IEnumerable<Entity> orders) => new HashSet<string>(Keys
        .Find(
            service,
            OrderBasketRow.Table,
            OrderBasketRow.Columns.Key,
            orders.Select(order => Keys.Of(order.Id)))
        .Select(row => row.Text(OrderBasketRow.Columns.Key) ?? ""));
}
