using System;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Api = CrmExtensions.Xrm.Schema.OpeningApis.ReverseImport;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>Takes an import of opening balances back, as a whole and once.</summary>
[CustomApi(Api.Name, "Reverse Import", "Import stornieren",
    Description = "Takes back all entries of an import of opening balances.",
    DescriptionGerman = "Nimmt alle Buchungen eines Imports von Anfangsbeständen zurück.",
    ExecutePrivilege = ApiPermission.SupervisorPrivilege)]
[RequestParameter(Api.Batch, ParameterType.EntityReference, "Batch", "Import", Table = ImportBatchRow.Table)]
[ResponseProperty(Api.RowCount, ParameterType.Integer, "Rows", "Zeilen")]
[ResponseProperty(Api.Points, ParameterType.Integer, "Points", "Punkte")]
public sealed class ReverseImport : PluginBase
{
    protected override void Run(StepRun run)
    {
        Guid id = new ApiInput(run).Id(Api.Batch) ?? Guid.Empty;
        ImportBatchRow batch = new OpeningImport(run).Reverse(id);

        ParameterCollection answer = run.Context.OutputParameters;
        answer[Api.RowCount] = batch.Rows ?? 0;
        answer[Api.Points] = batch.Points ?? 0;
    }
}
