using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain;
using CrmExtensions.Xrm.Churn;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>
/// Customers who have crossed a risk date since they were last assessed: one indexed date finds them. The views do not
/// wait for it, they compare dates; only the level's column and the log do.
/// </summary>
internal sealed class InsightsToMove : IJobWork
{
    private readonly StepRun run;
    private InsightRefresh? refresh;

    public InsightsToMove(StepRun run) => this.run = run;

    /// <summary>One part: in a day few customers cross.</summary>
    public IReadOnlyList<SliceRange> Cut(SliceCutter cutter) => SliceCutter.Parts("");

    public IReadOnlyList<JobSubject> Next(string cursor, SliceScope scope)
    {
        QueryExpression query = InsightPages.Key.Query(cursor, scope.Until);
        query.Criteria.AddCondition(
            CustomerInsightRow.Columns.NextMoveOn, ConditionOperator.OnOrBefore, Day.Of(scope.Now).Midnight);
        return InsightPages.Key.Subjects(run.System.RetrieveMultiple(query).Entities);
    }

    /// <summary>Orders and signals are read anew: a sweep that costs nothing more.</summary>
    public void Do(JobSubject subject, SliceScope scope)
    {
        refresh ??= new InsightRefresh(run);
        if (new InsightStore(run.System).Find(subject.Id)?.CustomerId is { } customer)
            refresh.Refresh(customer, RiskCause.Time);
    }
}
