using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Api = CrmExtensions.Xrm.Schema.RedemptionApis.ReverseRedemption;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>A supervisor takes back that points were used: a voucher or a reward gives them back.</summary>
[CustomApi(Api.Name, "Reverse Redemption", "Einlösung rückgängig machen",
    Description = "Gives used points of a voucher or a reward back, with the dates that they had.",
    DescriptionGerman = "Gibt verbrauchte Punkte eines Gutscheins oder einer Prämie mit ihren Daten zurück.",
    ExecutePrivilege = ApiPermission.SupervisorPrivilege)]
[RequestParameter(Api.Redemption, ParameterType.EntityReference, "Redemption", "Einlösung",
    Table = RedemptionRow.Table)]
[ResponseProperty(Api.EntryId, ParameterType.Guid, "Entry Id", "Buchung")]
[ResponseProperty(Api.State, ParameterType.Integer, "State", "Zustand")]
public sealed class ReverseRedemption : PluginBase
{
    protected override void Run(StepRun run)
    {
        var steps = new RedemptionSteps(run);
        RedemptionRow row = steps.Reverse(steps.Named(new ApiInput(run).Id(Api.Redemption), ""));

        ParameterCollection answer = run.Context.OutputParameters;
        if (row.ReleaseEntryId is { } entry) answer[Api.EntryId] = entry.Id;
        answer[Api.State] = Choice.First + row.State;
    }
}
