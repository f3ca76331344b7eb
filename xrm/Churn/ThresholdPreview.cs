using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Churn;
using CrmExtensions.Xrm.Jobs;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Api = CrmExtensions.Xrm.Schema.ChurnApis.PreviewThresholds;

namespace CrmExtensions.Xrm.Churn;

/// <summary>A page of customers by the present settings and by others.</summary>
internal sealed class ThresholdPreview
{
    private const int UsualCount = 1000, MostCount = 2000;

    private readonly StepRun run;
    private readonly ApiInput input;
    private readonly AssessmentContext now;
    private readonly AssessmentContext then;
    private readonly Moves<string> segments = new();

    public ThresholdPreview(StepRun run)
    {
        this.run = run;
        input = new ApiInput(run);
        now = AssessmentContext.Read(run);
        InsightSettings wanted = InsightSettingsReader.Unchecked(Wanted());
        if (!wanted.AreSound) throw new BusinessRuleException(UserText.InsightSettingsDoNotFit);
        then = now.With(wanted);
    }

    public void Answer()
    {
        var preview = new RiskPreview(now.Assessor, then.Assessor);
        string cursor = "";
        foreach (CustomerInsightRow row in Page(out cursor)) Add(preview, row);
        ParameterCollection answer = run.Context.OutputParameters;
        answer[Api.Customers] = preview.Moves.Customers;
        answer[Api.Moved] = preview.Moves.MovedCustomers;
        answer[Api.Levels] = JsonOf(preview.Moves.Counts.Select(count => new JsonText()
            .With("from", NameOf(count.Before)).With("to", NameOf(count.After)).With("customers", count.Customers)));
        answer[Api.List] = JsonOf(preview.Moves.Listed.Select(move => new JsonText()
            .With("customer", move.Customer).With("from", NameOf(move.Before)).With("to", NameOf(move.After))));
        answer[Api.Segments] = JsonOf(segments.Counts.Where(count => count.Before != count.After)
            .Select(count => new JsonText().With("from", count.Before).With("to", count.After)
                .With("customers", count.Customers)));
        answer[Api.SegmentList] = JsonOf(segments.Listed.Select(move => new JsonText()
            .With("customer", move.Customer).With("from", move.Before).With("to", move.After)));
        answer[Api.NextCursor] = cursor;
    }

    /// <summary>The stored settings with what the caller changes of them.</summary>
    private InsightSettingsRow Wanted()
    {
        var row = new InsightSettingsRow();
        row.Attributes.AddRange(new InsightSettingsReader(run.System).ReadRow().Attributes);
        if (run.Context.InputParameters[Api.Settings] is Entity changes)
            foreach (KeyValuePair<string, object> column in changes.Attributes)
                row[column.Key] = column.Value;
        return row;
    }

    private IEnumerable<CustomerInsightRow> Page(out string cursor)
    {
        int count = input.Whole(Api.Count) is var asked && asked > 0 ? Math.Min(asked, MostCount) : UsualCount;
        QueryExpression query = InsightPages.Key.Query(input.Text(Api.Cursor), "", count);
        query.ColumnSet = new ColumnSet(true);
        EntityCollection page = run.System.RetrieveMultiple(query);
        CustomerInsightRow[] rows = page.Entities.Select(row => row.ToEntity<CustomerInsightRow>()).ToArray();
        cursor = page.MoreRecords ? rows[rows.Length - 1].Key ?? "" : "";
        return rows;
    }

    private void Add(RiskPreview preview, CustomerInsightRow row)
    {
        string customer = row.CustomerId is { } of ? of.LogicalName + ":" + of.Id.ToString("D") : row.Key ?? "";
        CustomerStatistics statistics = RiskReading.StatisticsOf(row, now.Today);
        var facts = new CustomerFacts
        {
            Statistics = statistics, Signals = CustomerSignals.Parse(row.Signals ?? "") ?? CustomerSignals.None,
        };
        preview.Add(customer, facts, now.Today);
        if (RfmMeasures.Of(statistics, now.Today) is { } measures)
            segments.Add(customer, SegmentsOf(now, measures, facts), SegmentsOf(then, measures, facts));
    }

    private static string SegmentsOf(AssessmentContext context, RfmMeasures measures, CustomerFacts facts) =>
        context.Rfm.ScoreOf(measures).Segment + " "
        + context.Settings.Segments.SegmentOf(measures, context.Assessor.Assess(facts, context.Today).Value).Code;

    private static string NameOf(RiskStanding standing) =>
        standing.State == CustomerState.Active ? standing.Level.ToString() : standing.State.ToString();

    private static string JsonOf(IEnumerable<JsonText> objects) =>
        "[" + string.Join(",", objects.Select(each => each.ToString())) + "]";
}
