using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>
/// Orders that changed since the last complete run: what was imported past our steps, and lines that changed without a
/// change of the order's state. The first run takes the whole history.
/// </summary>
internal sealed class OrdersForBaskets : IJobWork
{
    private readonly IOrganizationService service;

    public OrdersForBaskets(IOrganizationService service) => this.service = service;

    public IReadOnlyList<SliceRange> Cut(SliceCutter cutter) =>
        SliceCutter.Parts(MomentPages.CursorOf(SalesOrder.Table));

    public IReadOnlyList<JobSubject> Next(string cursor, SliceScope scope)
    {
        QueryExpression query = MomentPages.Query(cursor, scope);
        query.Criteria.AddCondition(SalesOrder.Columns.State, ConditionOperator.GreaterEqual, SalesOrder.Canceled);
        return MomentPages.Subjects(
            cursor, MomentPages.Behind(cursor, service.RetrieveMultiple(query)).ToArray(), _ => true);
    }

    public void Do(JobSubject subject, SliceScope scope) => JobItem.Execute(service, subject.Id, scope);
}
