using System.Collections.Generic;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>
/// Members whose next due day has come: a lot ended or became free, a tier or a freeze ended. One indexed date finds
/// them, whatever the reason and however many members there are.
/// </summary>
internal sealed class DueMembers : IJobWork
{
    private readonly StepRun run;

    public DueMembers(StepRun run) => this.run = run;

    public IReadOnlyList<SliceRange> Cut(SliceCutter cutter) => cutter.Members();

    public IReadOnlyList<JobSubject> Next(string cursor, SliceScope scope)
    {
        QueryExpression query = MemberPages.Query(cursor, scope);
        query.Criteria.AddCondition(
            LoyaltyMember.Columns.NextDueDate, ConditionOperator.OnOrBefore, scope.LatestToday.Midnight);
        return MemberPages.Subjects(run.System.RetrieveMultiple(query).Entities);
    }

    public void Do(JobSubject subject, SliceScope scope)
    {
        JobItem.Execute(run.System, subject.Id, scope);
        new CustomerRefresh(run).ForMember(subject.Id);
    }
}
