using System;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Verification;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Plugins.Lifecycle;

/// <summary>Prepares what another person confirms with crmx_ConfirmRepair; changes nothing by itself.</summary>
[CustomApi(LifecycleApis.RepairLedger.Name, "Prepare Ledger Repair", "Berichtigung des Punktekontos vorbereiten",
    Description = "Prepares the repair of a member's row that differs from its entries, for another person to confirm.",
    DescriptionGerman = "Bereitet die Berichtigung eines Mitglieds vor, das von seinen Buchungen abweicht.",
    ExecutePrivilege = ApiPermission.AdministratorPrivilege)]
[RequestParameter(LifecycleApis.RepairLedger.Member, ParameterType.EntityReference, "Member", "Mitglied",
    Table = LoyaltyMember.Table)]
[RequestParameter(LifecycleApis.RepairLedger.RequestId, ParameterType.String, "Request Id", "Kennung der Anforderung")]
[ResponseProperty(LifecycleApis.RepairLedger.Approval, ParameterType.Guid, "Approval", "Freigabe")]
[ResponseProperty(LifecycleApis.RepairLedger.Difference, ParameterType.Integer, "Difference", "Abweichung")]
public sealed class RepairLedger : PluginBase
{
    protected override void Run(StepRun run)
    {
        var input = new ApiInput(run);
        Guid member = input.Id(LifecycleApis.RepairLedger.Member) ?? Guid.Empty;
        string request = input.RequestId(LifecycleApis.RepairLedger.RequestId);
        ApprovalRow approval = new LedgerRepair(run).Prepare(member, request);

        ParameterCollection answer = run.Context.OutputParameters;
        answer[LifecycleApis.RepairLedger.Approval] = approval.Id;
        answer[LifecycleApis.RepairLedger.Difference] = approval.Points ?? 0;
    }
}
