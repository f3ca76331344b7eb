using System;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Verification;

namespace CrmExtensions.Plugins.Lifecycle;

/// <summary>Another person than the one who prepared it confirms a repair; an entry says so in the chain.</summary>
[CustomApi(LifecycleApis.ConfirmRepair.Name, "Confirm Ledger Repair", "Berichtigung des Punktekontos bestätigen",
    Description = "Sets a member's row to what its entries give, with an entry that says so.",
    DescriptionGerman = "Setzt ein Mitglied auf den Stand seiner Buchungen und bucht die Berichtigung.",
    ExecutePrivilege = ApiPermission.AdministratorPrivilege)]
[RequestParameter(LifecycleApis.ConfirmRepair.Approval, ParameterType.EntityReference, "Approval", "Freigabe",
    Table = ApprovalRow.Table)]
[RequestParameter(LifecycleApis.ConfirmRepair.KeepBalance, ParameterType.Boolean, "Keep the Balance that Was Shown",
    "Gezeigten Punktestand behalten", IsOptional = true)]
[RequestParameter(LifecycleApis.ConfirmRepair.Comment, ParameterType.String, "Comment", "Kommentar",
    IsOptional = true)]
[ResponseProperty(LifecycleApis.ConfirmRepair.EntryId, ParameterType.Guid, "Entry Id", "Buchung")]
public sealed class ConfirmRepair : PluginBase
{
    protected override void Run(StepRun run)
    {
        var input = new ApiInput(run);
        run.Context.OutputParameters[LifecycleApis.ConfirmRepair.EntryId] = new LedgerRepair(run).Confirm(
            input.Id(LifecycleApis.ConfirmRepair.Approval) ?? Guid.Empty,
            input.Flag(LifecycleApis.ConfirmRepair.KeepBalance),
            input.Note(LifecycleApis.ConfirmRepair.Comment));
    }
}
