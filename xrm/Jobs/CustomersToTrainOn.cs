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
/// page, so memory is bounded by it. A slice works for the one run that it was cut for and ends with it. The sum lies
/// with the run and knows which customer it ends with; the next page begins there, not where the slice stands, so that
/// a run is fitted only when every customer is in it.
/// </summary>
internal sealed class CustomersToTrainOn : IJobWork
{
    /// <summary>A cursor is the run, this, and the key of a customer.</summary>
    private const char Behind = '/';

    /// <summary>Behind every key.</summary>
    private const string End = "~";

    private readonly StepRun run;
    private readonly Training training;
    private string? from;
    private IReadOnlyList<CustomerInsightRow> page = Array.Empty<CustomerInsightRow>();

    public CustomersToTrainOn(StepRun run)
    {
        this.run = run;
        training = new Training(run);
    }

    /// <summary>One part: a million customers are 5,000 pages.</summary>
    public IReadOnlyList<SliceRange> Cut(SliceCutter cutter) => training.Begin() is { } id
        ? SliceCutter.Parts(CursorOf(id, ""))
        : Array.Empty<SliceRange>();

    /// <summary>A page that could not be added ends the slice: no model comes of some of the customers.</summary>
    public IReadOnlyList<JobSubject> Next(string cursor, SliceScope scope)
    {
        if (RunOf(cursor) is not { } id || cursor == CursorOf(id, End)) return Array.Empty<JobSubject>();
        if (training.Reached(id) is not { } reached || reached == from) return Array.Empty<JobSubject>();
        QueryExpression query = InsightPages.Key.Query(reached, "");
        query.ColumnSet = new ColumnSet(
            CustomerInsightRow.Columns.Key,
            CustomerInsightRow.Columns.History,
            CustomerInsightRow.Columns.OrdersCounted);
        from = reached;
        page = run.System.RetrieveMultiple(query).Entities
            .Select(row => row.ToEntity<CustomerInsightRow>()).ToArray();
        string to = page.Count == 0 ? End : page[page.Count - 1].Key ?? "";
        return new[] { new JobSubject(id, CursorOf(id, to)) };
    }

    public void Do(JobSubject subject, SliceScope scope)
    {
        string to = subject.Cursor.Substring(subject.Cursor.IndexOf(Behind) + 1);
        if (to == End) training.Finish(subject.Id, from ?? "");
        else training.Add(subject.Id, page, from ?? "", to);
    }

    private static string CursorOf(Guid id, string key) => id.ToString("N") + Behind + key;

    /// <summary>Null for a cursor of no run.</summary>
    private static Guid? RunOf(string cursor) =>
        Guid.TryParseExact(cursor.Split(Behind)[0], "N", out Guid id) ? id : null;
}
