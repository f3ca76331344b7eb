using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Xrm.Churn;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>
/// A training: pages of assessments are added up, then the model is fitted, tested and judged. A subject is a whole
/// page, so memory is bounded by it; the sum lies with the model run and knows which page it ends with, so that a page
/// that is met again is not added twice.
/// </summary>
internal sealed class CustomersToTrainOn : IJobWork
{
    /// <summary>Behind every key.</summary>
    private const string End = "~";

    private readonly StepRun run;
    private readonly Training training;
    private string from = "";
    private IReadOnlyList<CustomerInsightRow> page = Array.Empty<CustomerInsightRow>();

    public CustomersToTrainOn(StepRun run)
    {
        this.run = run;
        training = new Training(run);
    }

    /// <summary>One part: a million customers are 5,000 pages.</summary>
    public IReadOnlyList<SliceRange> Cut(SliceCutter cutter) =>
        training.Begin() is null ? Array.Empty<SliceRange>() : SliceCutter.Parts("");

    public IReadOnlyList<JobSubject> Next(string cursor, SliceScope scope)
    {
        if (cursor == End) return Array.Empty<JobSubject>();
        QueryExpression query = InsightPages.Key.Query(cursor, scope.Until);
        query.ColumnSet = new ColumnSet(
            CustomerInsightRow.Columns.Key,
            CustomerInsightRow.Columns.History,
            CustomerInsightRow.Columns.OrdersCounted);
        from = cursor;
        page = run.System.RetrieveMultiple(query).Entities
            .Select(row => row.ToEntity<CustomerInsightRow>()).ToArray();
        return page.Count == 0
            ? new[] { new JobSubject(Guid.Empty, End) }
            : new[] { new JobSubject(page[page.Count - 1].Id, page[page.Count - 1].Key ?? End) };
    }

    public void Do(JobSubject subject, SliceScope scope)
    {
        if (subject.Cursor == End) training.Finish();
        else training.Add(page, from, subject.Cursor);
    }
}
