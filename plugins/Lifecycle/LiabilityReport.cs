using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Protection;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Plugins.Lifecycle;

/// <summary>What a programme owes its members, by the month in which points end.</summary>
[CustomApi(ProtectionApis.LiabilityReport.Name, "Liability Report", "Verpflichtungen aus Punkten",
    Description = "Adds up a programme's open points and their value by month of expiry, page by page.",
    DescriptionGerman = "Summiert offene Punkte eines Programms und ihren Wert nach Verfallsmonat, seitenweise.",
    ExecutePrivilege = ApiPermission.SupervisorPrivilege)]
[RequestParameter(ProtectionApis.LiabilityReport.Programme, ParameterType.EntityReference, "Programme", "Programm",
    Table = LoyaltyProgram.Table)]
[RequestParameter(ProtectionApis.LiabilityReport.Cursor, ParameterType.String, "Cursor", "Fortsetzung",
    IsOptional = true)]
[RequestParameter(ProtectionApis.LiabilityReport.Carried, ParameterType.String, "Carried", "Übertrag",
    IsOptional = true)]
[RequestParameter(ProtectionApis.LiabilityReport.Count, ParameterType.Integer, "Count", "Anzahl", IsOptional = true)]
[ResponseProperty(ProtectionApis.LiabilityReport.Members, ParameterType.Decimal, "Members", "Mitglieder")]
[ResponseProperty(ProtectionApis.LiabilityReport.OpenPoints, ParameterType.Decimal, "Open Points", "Offene Punkte")]
[ResponseProperty(ProtectionApis.LiabilityReport.PendingPoints, ParameterType.Decimal, "Pending Points",
    "Gesperrte Punkte")]
[ResponseProperty(ProtectionApis.LiabilityReport.DebtPoints, ParameterType.Decimal, "Debt", "Geschuldete Punkte")]
[ResponseProperty(ProtectionApis.LiabilityReport.Value, ParameterType.Decimal, "Value", "Wert")]
[ResponseProperty(ProtectionApis.LiabilityReport.Months, ParameterType.String, "Months", "Monate")]
[ResponseProperty(ProtectionApis.LiabilityReport.Total, ParameterType.String, "Total to Carry", "Übertrag")]
[ResponseProperty(ProtectionApis.LiabilityReport.NextCursor, ParameterType.String, "Next Cursor",
    "Nächste Fortsetzung")]
public sealed class LiabilityReport : PluginBase
{
    protected override void Run(StepRun run) => new LiabilityPage(run).Answer();
}
