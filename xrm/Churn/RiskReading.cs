using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Churn;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Churn;

/// <summary>How a customer stands today, computed from what is stored: nothing is written, no order read.</summary>
internal sealed class RiskReading
{
    private readonly AssessmentContext context;

    public RiskReading(StepRun run, AssessmentContext context, EntityReference customer)
    {
        this.context = context;
        CustomerNow? now = CustomerNow.Find(run.System, customer);
        CustomerInsightRow? stored = new InsightStore(run.System).FindAll(customer)
            .FirstOrDefault(row => row.Key == InsightStore.KeyOf(customer));
        Facts = new CustomerFacts
        {
            Statistics = StatisticsOf(stored, context.Today),
            Signals = CustomerSignals.Parse(stored?.Signals ?? "") ?? CustomerSignals.None,
            ObjectsToProfiling = now?.ObjectsToProfiling ?? false,
            Override = now?.Override,
            Before = (RiskLevel)(stored?.RiskLevel ?? 0),
        };
        Assessment = context.Assessor.Assess(Facts, context.Today);
        Name = now?.Name ?? "";
        Owner = now?.Owner;
        IsPaused = context.Settings.IsPaused;
    }

    public CustomerFacts Facts { get; }

    public CustomerAssessment Assessment { get; }

    public string Name { get; }

    public EntityReference? Owner { get; }

    public bool IsPaused { get; }

    public IEnumerable<string> Reasons(Wording words) =>
        Assessment.Reasons.Select(reason => ReasonText.Of(reason, words));

    public static CustomerStatistics StatisticsOf(CustomerInsightRow? stored, Day until) =>
        OrderHistory.Parse(stored?.History, stored?.OrdersCounted ?? 0).Until(until);
}
