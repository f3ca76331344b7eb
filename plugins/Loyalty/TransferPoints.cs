using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;
using Api = CrmExtensions.Xrm.Schema.MovingApis.TransferPoints;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>One member gives points to another; above the limit it waits for a second person.</summary>
[CustomApi(Api.Name, "Transfer Points", "Punkte übertragen",
    Description = "Moves points from one member to another of the same programme, with their dates.",
    DescriptionGerman = "Überträgt Punkte mit ihren Daten auf ein anderes Mitglied desselben Programms.",
    ExecutePrivilege = ApiPermission.SupervisorPrivilege)]
[RequestParameter(Api.From, ParameterType.EntityReference, "From", "Von", Table = LoyaltyMember.Table)]
[RequestParameter(Api.To, ParameterType.EntityReference, "To", "An", Table = LoyaltyMember.Table)]
[RequestParameter(Api.Points, ParameterType.Integer, "Points", "Punkte")]
[RequestParameter(Api.RequestId, ParameterType.String, "Request Id", "Kennung der Anforderung")]
[ResponseProperty(Api.EntryId, ParameterType.Guid, "Entry Id", "Buchung")]
[ResponseProperty(Api.ReceivingEntryId, ParameterType.Guid, "Receiving Entry Id", "Buchung des Empfängers")]
[ResponseProperty(Api.ApprovalId, ParameterType.Guid, "Approval Id", "Freigabe")]
[ResponseProperty(Api.Balance, ParameterType.Integer, "Balance", "Punktestand")]
public sealed class TransferPoints : PluginBase
{
    protected override void Run(StepRun run)
    {
        var input = new ApiInput(run);
        var finder = new MemberFinder(run.System);
        int limit = new SettingReader(run.System).ReadTransferLimit();
        var move = new PendingMove
        {
            MemberId = finder.Existing(input.Id(Api.From)),
            ToMemberId = finder.Existing(input.Id(Api.To)),
            Points = input.Whole(Api.Points),
            Source = SourceKey.SourceNamed(input.RequestId(Api.RequestId)),
        };
        if (move.MemberId == move.ToMemberId) throw new BusinessRuleException(UserText.TransferNeedsTwoMembers);
        IReadOnlyList<MemberWork> both =
            MemberWork.OpenAll(run, new[] { move.MemberId, move.ToMemberId.Value }, Api.Name);
        MemberWork from = both.First(one => one.Id == move.MemberId);
        MoveAnswer made = new Transfer(run, from, both.First(one => one != from), move).Ask(limit);

        ParameterCollection answer = run.Context.OutputParameters;
        answer[Api.EntryId] = made.EntryId;
        answer[Api.ReceivingEntryId] = made.OtherEntryId;
        answer[Api.ApprovalId] = made.ApprovalId;
        answer[Api.Balance] = made.Balance;
    }
}
