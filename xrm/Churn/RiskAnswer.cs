using System.Linq;
using CrmExtensions.Domain.Churn;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;
using Api = CrmExtensions.Xrm.Schema.ChurnApis.GetRisk;

namespace CrmExtensions.Xrm.Churn;

/// <summary>How a customer stands, as the properties of an answer in the language of whoever asked.</summary>
internal sealed class RiskAnswer
{
    private readonly StepRun run;

    public RiskAnswer(StepRun run) => this.run = run;

    public void Give(EntityReference customer)
    {
        AssessmentContext context = AssessmentContext.Read(run);
        Wording words = Wording.OfLanguageCode(ReaderLanguage.Of(run.System, run.OriginatorId));
        var reading = new RiskReading(run, context, customer);
        Answer(run.Context.OutputParameters, reading, context, words);
        if (customer.LogicalName == Customer.AccountTable)
            AnswerGroup(run.Context.OutputParameters, new GroupReading(run, context).Of(customer.Id));
    }

    private static void Answer(
        ParameterCollection answer, RiskReading reading, AssessmentContext context, Wording words)
    {
        CustomerAssessment assessment = reading.Assessment;
        var text = new AssessmentText(assessment, words);
        answer[Api.State] = (int)assessment.State;
        answer[Api.Level] = (int)assessment.Level;
        answer[Api.Standing] = text.Standing;
        answer[Api.Basis] = text.Source;
        answer[Api.Chance] = text.Chance(context.Settings.Churn.Thresholds.HorizonDays);
        answer[Api.Reasons] = reading.Reasons(words).ToArray();
        answer[Api.Outlook] = text.Outlook(context.Today);
        answer[Api.Customers] = assessment.Shown?.Customers ?? 0;
        if (ShownValues.ProbabilityOf(assessment) is { } probability) answer[Api.Probability] = probability;
        if (assessment.Dates.MediumOn is { } medium) answer[Api.MediumRiskOn] = medium.Midnight;
        if (assessment.Dates.HighOn is { } high) answer[Api.HighRiskOn] = high.Midnight;
        if (assessment.Dates.ChurnedOn is { } churned) answer[Api.ChurnedOn] = churned.Midnight;
        if (assessment.Value is not { } value) return;
        answer[Api.Value] = value.Amount;
        answer[Api.Formula] = ValueText.Of(value, words);
    }

    private static void AnswerGroup(ParameterCollection answer, HierarchyScore group)
    {
        answer[Api.GroupCustomers] = group.Customers;
        answer[Api.GroupOrders] = group.Combined.OrderDays;
        answer[Api.GroupLevel] = (int)group.HighestLevel;
        answer[Api.GroupRevenue] = group.Revenue;
        answer[Api.GroupRevenueAtRisk] = group.RevenueAtRisk;
        if (group.Combined.OrderDays > 0) answer[Api.GroupLastOrderOn] = group.Combined.LastDay.Midnight;
    }
}
