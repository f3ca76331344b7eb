using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Api = CrmExtensions.Xrm.Schema.RedemptionApis.ReleaseRedemption;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>Gives the points of a reservation back, with the dates that they had.</summary>
[CustomApi(Api.Name, "Release Redemption", "Einlösung zurückgeben",
    Description = "Gives reserved points back, and takes the discount off an open document.",
    DescriptionGerman = "Gibt reservierte Punkte zurück und nimmt den Nachlass vom offenen Beleg.",
    ExecutePrivilege = ApiPermission.CallPrivilege)]
[RequestParameter(Api.Redemption, ParameterType.EntityReference, "Redemption", "Einlösung",
    Table = RedemptionRow.Table)]
[RequestParameter(Api.OnlyOverdue, ParameterType.Boolean, "Only Overdue", "Nur abgelaufene", IsOptional = true)]
[ResponseProperty(Api.EntryId, ParameterType.Guid, "Entry Id", "Buchung")]
[ResponseProperty(Api.State, ParameterType.Integer, "State", "Zustand")]
public sealed class ReleaseRedemption : PluginBase
{
    protected override void Run(StepRun run)
    {
        var input = new ApiInput(run);
        var steps = new RedemptionSteps(run);
        System.Guid id = steps.Named(input.Id(Api.Redemption), "");
        RedemptionRow row = input.Flag(Api.OnlyOverdue) ? steps.Settle(id) : steps.Release(id);

        ParameterCollection answer = run.Context.OutputParameters;
        if (row.ReleaseEntryId is { } entry) answer[Api.EntryId] = entry.Id;
        answer[Api.State] = Choice.First + row.State;
    }
}
