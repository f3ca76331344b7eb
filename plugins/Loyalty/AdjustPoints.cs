using System;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;
using Api = CrmExtensions.Xrm.Schema.CustomApis.AdjustPoints;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>
/// Whoever holds the privilege corrects a balance, with a reason, once per request id; above the limit it waits for a
/// second person.
/// </summary>
[CustomApi(Api.Name, "Adjust Points", "Punkte korrigieren",
    Description = "Adds points to a loyalty member or takes them away, with a reason, once per request id.",
    DescriptionGerman = "Schreibt einem Mitglied Punkte gut oder zieht sie ab, mit Grund, einmal je Anforderung.",
    ExecutePrivilege = ApiPermission.CallPrivilege)]
[RequestParameter(Api.Member, ParameterType.EntityReference, "Member", "Mitglied", Table = LoyaltyMember.Table)]
[RequestParameter(Api.Points, ParameterType.Integer, "Points", "Punkte")]
[RequestParameter(Api.Reason, ParameterType.Integer, "Reason", "Grund")]
[RequestParameter(Api.RequestId, ParameterType.String, "Request Id", "Kennung der Anforderung")]
[RequestParameter(Api.Note, ParameterType.String, "Note", "Notiz", IsOptional = true)]
[ResponseProperty(Api.EntryId, ParameterType.Guid, "Entry Id", "Buchung")]
[ResponseProperty(Api.ApprovalId, ParameterType.Guid, "Approval Id", "Freigabe")]
[ResponseProperty(Api.Balance, ParameterType.Integer, "Balance", "Punktestand")]
public sealed class AdjustPoints : PluginBase
{
    protected override void Run(StepRun run)
    {
        var request = new AdjustmentRequest(new ApiInput(run));
        PendingMove move = request.MoveOf(request.MemberId ?? Guid.Empty);
        int limit = new SettingReader(run.System).ReadAdjustmentLimit();
        Guid id = new MemberFinder(run.System).Existing(request.MemberId);
        MoveAnswer made = new Adjustment(run, MemberWork.Open(run, id, Api.Name), move).Ask(limit);

        ParameterCollection answer = run.Context.OutputParameters;
        answer[Api.EntryId] = made.EntryId;
        answer[Api.ApprovalId] = made.ApprovalId;
        answer[Api.Balance] = made.Balance;
    }
}
