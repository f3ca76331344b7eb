using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Churn;
using CrmExtensions.Xrm.Protection;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
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
    protected override void Run(StepRun run) => new RiskAnswer(run).Give(CustomerAccess.Of(run));
}
