using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Xrm.Churn;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>
/// After a training or changed settings all dates are solved again, from the order days that are stored: no order is
/// read.
/// </summary>
internal sealed class InsightsToReassess : IJobWork
{
    private readonly StepRun run;
    private AssessmentContext? context;

    public InsightsToReassess(StepRun run) => this.run = run;

    private AssessmentContext Context => context ??= AssessmentContext.Read(run);

    /// <summary>Nothing during a pause, and while everybody is assessed by the present model and settings.</summary>
    public IReadOnlyList<SliceRange> Cut(SliceCutter cutter)
    {
        if (Context.Settings.IsPaused) return Array.Empty<SliceRange>();
        QueryExpression stale = InsightPages.Key.Query("", "", count: 1);
        AddStale(stale.Criteria);
        if (run.System.RetrieveMultiple(stale).Entities.Count > 0) return cutter.Rows(InsightPages.Key);
        new InsightSettingsStore(run.System).MarkSolved();
        return Array.Empty<SliceRange>();
    }

    public IReadOnlyList<JobSubject> Next(string cursor, SliceScope scope)
    {
        QueryExpression query = InsightPages.Key.Query(cursor, scope.Until);
        AddStale(query.Criteria);
        return InsightPages.Key.Subjects(run.System.RetrieveMultiple(query).Entities);
    }

    public void Do(JobSubject subject, SliceScope scope)
    {
        if (new InsightStore(run.System).Find(subject.Id) is { } stored)
            new InsightRefresh(run, Context).Reassess(stored);
    }

    private void AddStale(FilterExpression criteria)
    {
        FilterExpression stale = criteria.AddFilter(LogicalOperator.Or);
        stale.AddCondition(
            CustomerInsightRow.Columns.SettingsVersion, ConditionOperator.NotEqual, Context.Settings.Version);
        if (Context.Model is not { } model) return;
        stale.AddCondition(CustomerInsightRow.Columns.ModelRunId, ConditionOperator.Null);
        stale.AddCondition(CustomerInsightRow.Columns.ModelRunId, ConditionOperator.NotEqual, model.Id);
    }
}
