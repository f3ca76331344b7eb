using System;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;
using Api = CrmExtensions.Xrm.Schema.MemberApis.LeaveProgramme;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>A member leaves: the balance is lost, paid out or kept for a while, as the programme says.</summary>
[CustomApi(Api.Name, "Leave Programme", "Programm verlassen",
    Description = "Ends a membership; the balance is lost, paid out or frozen, as the programme says.",
    DescriptionGerman = "Beendet eine Mitgliedschaft; der Punktestand verfällt, wird ausgezahlt oder eingefroren.",
    ExecutePrivilege = ApiPermission.CallPrivilege)]
[RequestParameter(Api.Member, ParameterType.EntityReference, "Member", "Mitglied", Table = LoyaltyMember.Table)]
[RequestParameter(Api.RequestId, ParameterType.String, "Request Id", "Kennung der Anforderung")]
[ResponseProperty(Api.ForfeitedPoints, ParameterType.Integer, "Forfeited Points", "Verfallene Punkte")]
[ResponseProperty(Api.PaidOutPoints, ParameterType.Integer, "Paid-out Points", "Ausgezahlte Punkte")]
[ResponseProperty(Api.PaidOutValue, ParameterType.Decimal, "Paid-out Value", "Ausgezahlter Wert")]
[ResponseProperty(Api.FrozenUntil, ParameterType.DateTime, "Frozen Until", "Eingefroren bis")]
public sealed class LeaveProgramme : PluginBase
{
    protected override void Run(StepRun run)
    {
        var input = new ApiInput(run);
        string requestId = input.RequestId(Api.RequestId);
        Guid id = new MemberFinder(run.System).Existing(input.Id(Api.Member));
        LeavePlan plan = new Leaving(run, MemberWork.Open(run, id, Api.Name)).Leave(requestId);

        ParameterCollection answer = run.Context.OutputParameters;
        answer[Api.ForfeitedPoints] = -plan.ForfeitedPoints;
        answer[Api.PaidOutPoints] = -plan.PaidOutPoints;
        answer[Api.PaidOutValue] = plan.PaidOutValue;
        if (plan.FrozenUntil is { } until) answer[Api.FrozenUntil] = until.Midnight;
    }
}
