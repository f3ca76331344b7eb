using System;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>
/// Whoever holds the privilege corrects a balance, with a reason, within the limit, once per request id.
/// </summary>
[CustomApi(CustomApis.AdjustPoints.Name, "Adjust Points", "Punkte korrigieren",
    Description = "Adds points to a loyalty member or takes them away, with a reason, once per request id.",
    DescriptionGerman = "Schreibt einem Mitglied Punkte gut oder zieht sie ab, mit Grund, einmal je Anforderung.",
    ExecutePrivilege = ApiPermission.CallPrivilege)]
[RequestParameter(CustomApis.AdjustPoints.Member, ParameterType.EntityReference, "Member", "Mitglied",
    Table = LoyaltyMember.Table)]
[RequestParameter(CustomApis.AdjustPoints.Points, ParameterType.Integer, "Points", "Punkte")]
[RequestParameter(CustomApis.AdjustPoints.Reason, ParameterType.Integer, "Reason", "Grund")]
[RequestParameter(CustomApis.AdjustPoints.RequestId, ParameterType.String, "Request Id", "Kennung der Anforderung")]
[ResponseProperty(CustomApis.AdjustPoints.EntryId, ParameterType.Guid, "Entry Id", "Buchung")]
[ResponseProperty(CustomApis.AdjustPoints.Balance, ParameterType.Integer, "Balance", "Punktestand")]
public sealed class AdjustPoints : PluginBase
{
    protected override void Run(StepRun run)
    {
        var request = new AdjustmentRequest(run.Context.InputParameters);
        request.Check(new SettingReader(run.System).ReadAdjustmentLimit());
        LoyaltyMember member = new MemberStore(run.System).Find(request.MemberId)
            ?? throw new BusinessRuleException(UserText.MemberIsMissing);
        if (!member.IsActive) throw new BusinessRuleException(UserText.MemberIsInactive);

        SourceKey key = request.KeyIn(member.ProgramId.Id);
        var ledger = new LedgerStore(run);
        EntryDraft Draft() => request.Draft(key, run.Now, run.OriginatorId);
        Appended appended = ledger.Append(key, key.Kind.ToString(), Draft);
        LoyaltyEntry entry = ledger.Read(appended.EntryId);
        if (!request.Asks(entry)) throw new BusinessRuleException(UserText.RequestIdWasUsedForSomethingElse);

        ParameterCollection answer = run.Context.OutputParameters;
        answer[CustomApis.AdjustPoints.EntryId] = entry.Id;
        answer[CustomApis.AdjustPoints.Balance] = entry.BalanceAfter ?? 0;
    }
}
