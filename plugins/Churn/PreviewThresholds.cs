using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Churn;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using Api = CrmExtensions.Xrm.Schema.ChurnApis.PreviewThresholds;

namespace CrmExtensions.Plugins.Churn;

/// <summary>What changed settings would do to whom, before they are saved. Page by page; nothing is written.</summary>
[CustomApi(Api.Name, "Preview Thresholds", "Schwellen ausprobieren",
    Description = "Says which customers other settings would move, before the settings are saved.",
    DescriptionGerman = "Sagt vor dem Speichern, welche Kunden andere Einstellungen verschieben würden.",
    ExecutePrivilege = ApiPermission.AdministratorPrivilege)]
[RequestParameter(Api.Settings, ParameterType.Entity, "Settings", "Einstellungen", Table = InsightSettingsRow.Table)]
[RequestParameter(Api.Cursor, ParameterType.String, "Cursor", "Fortsetzung", IsOptional = true)]
[RequestParameter(Api.Count, ParameterType.Integer, "Count", "Anzahl", IsOptional = true)]
[ResponseProperty(Api.Customers, ParameterType.Integer, "Customers", "Kunden")]
[ResponseProperty(Api.Moved, ParameterType.Integer, "Moved Customers", "Verschobene Kunden")]
[ResponseProperty(Api.Levels, ParameterType.String, "Levels", "Stufen")]
[ResponseProperty(Api.List, ParameterType.String, "List", "Liste")]
[ResponseProperty(Api.Segments, ParameterType.String, "Segments", "Segmente")]
[ResponseProperty(Api.SegmentList, ParameterType.String, "Segment List", "Liste der Segmente")]
[ResponseProperty(Api.NextCursor, ParameterType.String, "Next Cursor", "Nächste Fortsetzung")]
public sealed class PreviewThresholds : PluginBase
{
    protected override void Run(StepRun run) => new ThresholdPreview(run).Answer();
}
