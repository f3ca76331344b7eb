using System.Linq;
using CrmExtensions.Domain.Churn;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Churn;
using CrmExtensions.Xrm.Protection;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;
using Api = CrmExtensions.Xrm.Schema.ChurnApis.GetRisk;

namespace CrmExtensions.Plugins.Churn;

/// <summary>
/// How a customer stands today, in the reader's language: level, chance, reasons, what comes next, value with its
/// formula, and for an account its group as a whole. Advice only; nothing of ours acts on it.
/// </summary>
[CustomApi(Api.Name, "Get Risk", "Risiko abfragen",
    Description = "Says how a customer stands today, with reasons in the reader's language. Changes nothing.",
    DescriptionGerman = "Sagt, wie ein Kunde heute steht, mit Gründen in der Sprache des Lesers. Ändert nichts.",
    ExecutePrivilege = "prvReadcrmx_CustomerInsight")]
[RequestParameter(CustomerInput.Account, ParameterType.EntityReference, "Account", "Firma",
    Table = Customer.AccountTable, IsOptional = true)]
[RequestParameter(CustomerInput.Contact, ParameterType.EntityReference, "Contact", "Kontakt",
    Table = Customer.ContactTable, IsOptional = true)]
[ResponseProperty(Api.State, ParameterType.Integer, "State", "Stand")]
[ResponseProperty(Api.Level, ParameterType.Integer, "Level", "Stufe")]
[ResponseProperty(Api.Standing, ParameterType.String, "Standing", "Stand in Worten")]
[ResponseProperty(Api.Basis, ParameterType.String, "Basis", "Grundlage in Worten")]
[ResponseProperty(Api.Probability, ParameterType.Decimal, "Probability", "Wahrscheinlichkeit")]
[ResponseProperty(Api.Chance, ParameterType.String, "Chance", "Chance in Worten")]
[ResponseProperty(Api.Customers, ParameterType.Integer, "Customers behind It", "Kunden dahinter")]
[ResponseProperty(Api.Reasons, ParameterType.StringArray, "Reasons", "Gründe")]
[ResponseProperty(Api.Outlook, ParameterType.String, "Outlook", "Ausblick")]
[ResponseProperty(Api.MediumRiskOn, ParameterType.DateTime, "Medium Risk On", "Mittleres Risiko ab")]
[ResponseProperty(Api.HighRiskOn, ParameterType.DateTime, "High Risk On", "Hohes Risiko ab")]
[ResponseProperty(Api.ChurnedOn, ParameterType.DateTime, "Churned On", "Abgewandert ab")]
[ResponseProperty(Api.Value, ParameterType.Decimal, "Value", "Wert")]
[ResponseProperty(Api.Formula, ParameterType.String, "Formula", "Formel")]
[ResponseProperty(Api.GroupCustomers, ParameterType.Integer, "Customers of the Group", "Kunden der Gruppe")]
[ResponseProperty(Api.GroupOrders, ParameterType.Integer, "Order Days of the Group", "Auftragstage der Gruppe")]
[ResponseProperty(Api.GroupLastOrderOn, ParameterType.DateTime, "Last Order of the Group",
    "Letzter Auftrag der Gruppe")]
[ResponseProperty(Api.GroupLevel, ParameterType.Integer, "Highest Level of the Group", "Höchste Stufe der Gruppe")]
[ResponseProperty(Api.GroupRevenue, ParameterType.Decimal, "Revenue of the Group", "Umsatz der Gruppe")]
[ResponseProperty(Api.GroupRevenueAtRisk, ParameterType.Decimal, "Revenue at Risk", "Gefährdeter Umsatz")]
public sealed class GetRisk : PluginBase
{
    protected override void Run(StepRun run)
    {
        EntityReference customer = CustomerAccess.Of(run);
        AssessmentContext context = AssessmentContext.Read(run);
        Wording words = Wording.OfLanguageCode(ReaderLanguage.Of(run.System, run.OriginatorId));
        var reading = new RiskReading(run, context, customer);
        Answer(run.Context.OutputParameters, reading, context, words);
        if (customer.LogicalName == Customer.AccountTable)
            AnswerGroup(run.Context.OutputParameters, new GroupReading(run.Caller, context).Of(customer.Id));
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
