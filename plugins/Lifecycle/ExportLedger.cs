using System.Collections.Generic;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Protection;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Texts;
using CrmExtensions.Xrm.Verification;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Plugins.Lifecycle;

/// <summary>The ledger page by page, as JSON or as CSV.</summary>
[CustomApi(ProtectionApis.ExportLedger.Name, "Export Ledger", "Buchungen ausgeben",
    Description = "Returns a page of ledger entries as JSON or CSV, hashes included.",
    DescriptionGerman = "Gibt eine Seite der Buchungen als JSON oder CSV aus, Hashwerte eingeschlossen.",
    ExecutePrivilege = ApiPermission.SupervisorPrivilege)]
[RequestParameter(ProtectionApis.ExportLedger.Programme, ParameterType.EntityReference, "Programme", "Programm",
    Table = LoyaltyProgram.Table, IsOptional = true)]
[RequestParameter(ProtectionApis.ExportLedger.Format, ParameterType.String, "Format", "Format", IsOptional = true)]
[RequestParameter(ProtectionApis.ExportLedger.Cursor, ParameterType.String, "Cursor", "Fortsetzung", IsOptional = true)]
[RequestParameter(ProtectionApis.ExportLedger.Count, ParameterType.Integer, "Count", "Anzahl", IsOptional = true)]
[ResponseProperty(ProtectionApis.ExportLedger.Data, ParameterType.String, "Data", "Daten")]
[ResponseProperty(ProtectionApis.ExportLedger.Rows, ParameterType.Integer, "Rows", "Zeilen")]
[ResponseProperty(ProtectionApis.ExportLedger.NextCursor, ParameterType.String, "Next Cursor", "Nächste Fortsetzung")]
public sealed class ExportLedger : PluginBase
{
    private const int MostRows = 5000, UsualRows = 1000;

    protected override void Run(StepRun run)
    {
        var input = new ApiInput(run);
        string format = input.Text(ProtectionApis.ExportLedger.Format).ToLowerInvariant();
        if (format is not ("" or "json" or "csv")) throw new BusinessRuleException(UserText.FormatIsUnknown, format);
        int count = PageSize.Of(input.Whole(ProtectionApis.ExportLedger.Count), UsualRows, MostRows);
        IReadOnlyList<Entity> rows = new LedgerExport(run.System).Page(
            input.Id(ProtectionApis.ExportLedger.Programme), input.Text(ProtectionApis.ExportLedger.Cursor), count);

        ParameterCollection answer = run.Context.OutputParameters;
        answer[ProtectionApis.ExportLedger.Data] = format == "csv" ? LedgerExport.Csv(rows) : JsonRows.Of(rows);
        answer[ProtectionApis.ExportLedger.Rows] = rows.Count;
        answer[ProtectionApis.ExportLedger.NextCursor] = rows.Count == count
            ? rows[rows.Count - 1].Text(LoyaltyEntry.Columns.SourceKey) ?? ""
            : "";
    }
}
