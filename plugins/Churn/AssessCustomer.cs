using CrmExtensions.Domain.Churn;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Churn;
using CrmExtensions.Xrm.Protection;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Api = CrmExtensions.Xrm.Schema.ChurnApis.AssessCustomer;

namespace CrmExtensions.Plugins.Churn;

/// <summary>Reads orders and signals of one customer anew and says how it stands. Calling twice changes
/// nothing.</summary>
[CustomApi(Api.Name, "Assess Customer", "Kunden bewerten",
    Description = "Counts a customer's orders and signals anew, assesses it and writes what changed.",
    DescriptionGerman = "Zählt Aufträge und Signale eines Kunden neu, bewertet ihn und schreibt, was sich ändert.",
    ExecutePrivilege = ApiPermission.CallPrivilege)]
[RequestParameter(CustomerInput.Account, ParameterType.EntityReference, "Account", "Firma",
    Table = Customer.AccountTable, IsOptional = true)]
[RequestParameter(CustomerInput.Contact, ParameterType.EntityReference, "Contact", "Kontakt",
    Table = Customer.ContactTable, IsOptional = true)]
[ResponseProperty(Api.IsAssessed, ParameterType.Boolean, "Is Assessed", "Wurde bewertet")]
[ResponseProperty(Api.State, ParameterType.Integer, "State", "Stand")]
[ResponseProperty(Api.Level, ParameterType.Integer, "Level", "Stufe")]
[ResponseProperty(Api.Basis, ParameterType.Integer, "Basis", "Grundlage")]
[ResponseProperty(Api.HighRiskOn, ParameterType.DateTime, "High Risk On", "Hohes Risiko ab")]
public sealed class AssessCustomer : PluginBase
{
    protected override void Run(StepRun run)
    {
        EntityReference customer = CustomerAccess.Of(run);
        CustomerAssessment? assessment = new InsightRefresh(run).Refresh(customer, RiskCause.Person);
        ParameterCollection answer = run.Context.OutputParameters;
        answer[Api.IsAssessed] = assessment is not null;
        answer[Api.State] = (int)(assessment?.State ?? CustomerState.NoOrders);
        answer[Api.Level] = (int)(assessment?.Level ?? RiskLevel.None);
        answer[Api.Basis] = (int)(assessment?.Source ?? ScoreSource.None);
        if (assessment?.Dates.HighOn is { } day) answer[Api.HighRiskOn] = day.Midnight;
    }
}
