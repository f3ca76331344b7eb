using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Api = CrmExtensions.Xrm.Schema.MovingApis.DecideApproval;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>Somebody else than the requester approves or refuses what was above the limit.</summary>
[CustomApi(Api.Name, "Decide Approval", "Über Freigabe entscheiden",
    Description = "Approves or refuses a correction or a transfer that another person has asked for.",
    DescriptionGerman = "Genehmigt eine Korrektur oder Übertragung, die jemand anders verlangt hat, oder lehnt sie ab.",
    ExecutePrivilege = ApiPermission.SupervisorPrivilege)]
[RequestParameter(Api.Approval, ParameterType.EntityReference, "Approval", "Freigabe", Table = ApprovalRow.Table)]
[RequestParameter(Api.Approve, ParameterType.Boolean, "Approve", "Genehmigen")]
[RequestParameter(Api.Comment, ParameterType.String, "Comment", "Bemerkung", IsOptional = true)]
[ResponseProperty(Api.EntryId, ParameterType.Guid, "Entry Id", "Buchung")]
[ResponseProperty(Api.Balance, ParameterType.Integer, "Balance", "Punktestand")]
public sealed class DecideApproval : PluginBase
{
    protected override void Run(StepRun run)
    {
        var input = new ApiInput(run);
        ApprovalDecision decision = input.Flag(Api.Approve) ? ApprovalDecision.Approved : ApprovalDecision.Refused;
        System.Guid id = input.Id(Api.Approval) ?? System.Guid.Empty;
        MoveAnswer made = new Decision(run).Make(id, decision, input.Comment(Api.Comment));

        ParameterCollection answer = run.Context.OutputParameters;
        answer[Api.EntryId] = made.EntryId;
        answer[Api.Balance] = made.Balance;
    }
}
