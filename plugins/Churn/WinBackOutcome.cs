using CrmExtensions.Domain.Churn;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Churn;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;
using Api = CrmExtensions.Xrm.Schema.WinBackApis.WinBackOutcome;
using Outcome = CrmExtensions.Domain.Churn.WinBackOutcome;

namespace CrmExtensions.Plugins.Churn;

/// <summary>What winning back has changed: customers who were addressed against those who were not.</summary>
[CustomApi(Api.Name, "Win-Back Outcome", "Ergebnis der Rückgewinnung",
    Description = "Compares the treated customers of a campaign with the untreated ones.",
    DescriptionGerman = "Vergleicht die angesprochenen Kunden einer Kampagne mit den nicht angesprochenen.",
    ExecutePrivilege = ApiPermission.SupervisorPrivilege)]
[RequestParameter(Api.Campaign, ParameterType.String, "Campaign", "Kampagne", IsOptional = true)]
[ResponseProperty(Api.Treated, ParameterType.Integer, "Treated Customers", "Angesprochene Kunden")]
[ResponseProperty(Api.Untreated, ParameterType.Integer, "Untreated Customers", "Nicht angesprochene Kunden")]
[ResponseProperty(Api.Difference, ParameterType.Decimal, "Difference of Shares", "Unterschied der Anteile")]
[ResponseProperty(Api.RevenueDifference, ParameterType.Decimal, "Difference of Revenue", "Unterschied des Umsatzes")]
[ResponseProperty(Api.Verdict, ParameterType.Integer, "Verdict", "Urteil")]
[ResponseProperty(Api.Text, ParameterType.String, "Text", "Text")]
public sealed class WinBackOutcome : PluginBase
{
    protected override void Run(StepRun run)
    {
        var treated = new WinBackTally();
        var untreated = new WinBackTally();
        foreach (WinBackRow row in new WinBackStore(run.System).Closed(new ApiInput(run).Text(Api.Campaign)))
        {
            decimal? revenue = row.State == WinBackStore.Won ? row.Revenue ?? 0 : null;
            if (row.Group == WinBackStore.Treated) treated = treated.With(revenue);
            else untreated = untreated.With(revenue);
        }

        Outcome outcome = Outcome.Of(treated, untreated);
        ParameterCollection answer = run.Context.OutputParameters;
        answer[Api.Treated] = treated.Customers;
        answer[Api.Untreated] = untreated.Customers;
        answer[Api.Difference] = (decimal)outcome.Difference;
        answer[Api.RevenueDifference] = (decimal)outcome.RevenueDifference;
        answer[Api.Verdict] = (int)outcome.Verdict;
        answer[Api.Text] = UserTexts.Render(
            TextOf(outcome.Verdict),
            ReaderLanguage.Of(run.System, run.OriginatorId),
            treated.Rate,
            treated.Customers,
            untreated.Rate,
            untreated.Customers);
    }

    private static UserText TextOf(WinBackVerdict verdict) => verdict switch
    {
        WinBackVerdict.Works => UserText.WinBackWorks,
        WinBackVerdict.Harms => UserText.WinBackHarms,
        WinBackVerdict.NotShown => UserText.WinBackNotShown,
        _ => UserText.WinBackTooFew,
    };
}
