using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Api = CrmExtensions.Xrm.Schema.OpeningApis.ImportOpeningBalances;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>Brings balances along from an old system: all of a file or nothing, once per request id.</summary>
[CustomApi(Api.Name, "Import Opening Balances", "Anfangsbestände einlesen",
    Description = "Posts balances of an old system lot by lot: all of up to 200 rows, or nothing.",
    DescriptionGerman = "Bucht Bestände eines alten Systems mit ihren Daten: alle von bis zu 200 Zeilen oder nichts.",
    ExecutePrivilege = ApiPermission.SupervisorPrivilege)]
[RequestParameter(Api.Programme, ParameterType.EntityReference, "Programme", "Programm", Table = LoyaltyProgram.Table)]
[RequestParameter(Api.Rows, ParameterType.String, "Rows (CSV)", "Zeilen (CSV)")]
[RequestParameter(Api.RequestId, ParameterType.String, "Request Id", "Kennung der Anforderung")]
[ResponseProperty(Api.BatchId, ParameterType.Guid, "Batch Id", "Import")]
[ResponseProperty(Api.RowCount, ParameterType.Integer, "Rows", "Zeilen")]
[ResponseProperty(Api.Points, ParameterType.Integer, "Points", "Punkte")]
public sealed class ImportOpeningBalances : PluginBase
{
    protected override void Run(StepRun run)
    {
        var input = new ApiInput(run);
        ImportBatchRow batch = new OpeningImport(run).Import(
            input.Id(Api.Programme), input.Text(Api.Rows), input.RequestId(Api.RequestId));

        ParameterCollection answer = run.Context.OutputParameters;
        answer[Api.BatchId] = batch.Id;
        answer[Api.RowCount] = batch.Rows ?? 0;
        answer[Api.Points] = batch.Points ?? 0;
    }
}
