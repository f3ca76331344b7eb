using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>Reservations whose time is over. A released one is no longer found; one that fails is passed.</summary>
internal sealed class OverdueReservations : IJobWork
{
    private const int PageSize = 200;
    private const int Reserved = 0;

    private readonly IOrganizationService service;

    public OverdueReservations(IOrganizationService service) => this.service = service;

    public IReadOnlyList<SliceRange> Cut(SliceCutter cutter) => SliceCutter.Parts("");

    public IReadOnlyList<JobSubject> Next(string cursor, SliceScope scope)
    {
        var query = new QueryExpression(RedemptionRow.Table)
        {
            ColumnSet = new ColumnSet(RedemptionRow.Columns.RequestKey),
            PageInfo = new PagingInfo { Count = PageSize, PageNumber = 1 },
        };
        query.Criteria.AddCondition(
            RedemptionRow.Columns.State, ConditionOperator.Equal, Choice.First + Reserved);
        query.Criteria.AddCondition(RedemptionRow.Columns.ReservedUntil, ConditionOperator.LessThan, scope.Now);
        LinkEntity member = query.AddLink(
            LoyaltyMember.Table, RedemptionRow.Columns.MemberId, LoyaltyMember.Columns.Id);
        LinkEntity programme = member.AddLink(
            LoyaltyProgram.Table, LoyaltyMember.Columns.ProgramId, LoyaltyProgram.Columns.Id);
        ProgrammeSwitches.OnlyRunning(programme.LinkCriteria);
        if (cursor.Length > 0)
            query.Criteria.AddCondition(RedemptionRow.Columns.RequestKey, ConditionOperator.GreaterThan, cursor);
        query.AddOrder(RedemptionRow.Columns.RequestKey, OrderType.Ascending);
        return service.RetrieveMultiple(query).Entities
            .Select(row => new JobSubject(row.Id, row.Text(RedemptionRow.Columns.RequestKey) ?? ""))
            .ToArray();
    }

    /// <summary>
    /// The same message that a person uses; it looks again, under the lock, whether the time is over.
    /// </summary>
    public void Do(JobSubject subject, SliceScope scope) =>
        service.Execute(new OrganizationRequest(RedemptionApis.ReleaseRedemption.Name)
        {
            [RedemptionApis.ReleaseRedemption.Redemption] = new EntityReference(RedemptionRow.Table, subject.Id),
            [RedemptionApis.ReleaseRedemption.OnlyOverdue] = true,
        });
}
