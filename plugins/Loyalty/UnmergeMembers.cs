using System;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>A merge was wrong: what came along goes back to the member that it came from.</summary>
[CustomApi(LifecycleApis.UnmergeMembers.Name, "Unmerge Members", "Zusammenführung rückgängig machen",
    Description = "Gives an archived member its customer, points, dates and status back.",
    DescriptionGerman = "Gibt einem stillgelegten Mitglied Kunden, Punkte, Fristen und Status zurück.",
    ExecutePrivilege = ApiPermission.SupervisorPrivilege)]
[RequestParameter(LifecycleApis.UnmergeMembers.Member, ParameterType.EntityReference, "Archived Member",
    "Stillgelegtes Mitglied", Table = LoyaltyMember.Table)]
[RequestParameter(LifecycleApis.UnmergeMembers.RequestId, ParameterType.String, "Request Id",
    "Kennung der Anforderung")]
[ResponseProperty(LifecycleApis.UnmergeMembers.ReturnedPoints, ParameterType.Integer, "Returned Points",
    "Zurückgegebene Punkte")]
[ResponseProperty(LifecycleApis.UnmergeMembers.Balance, ParameterType.Integer, "Balance", "Punktestand")]
public sealed class UnmergeMembers : PluginBase
{
    protected override void Run(StepRun run)
    {
        ParameterCollection input = run.Context.InputParameters;
        Guid member = ((EntityReference)input[LifecycleApis.UnmergeMembers.Member]).Id;
        string request = new ApiInput(run).RequestId(LifecycleApis.UnmergeMembers.RequestId);
        int returned = new MergeByHand(run).Undo(member, request);

        ParameterCollection answer = run.Context.OutputParameters;
        answer[LifecycleApis.UnmergeMembers.ReturnedPoints] = returned;
        answer[LifecycleApis.UnmergeMembers.Balance] = new MergedMemberStore(run.System).Read(member).Balance ?? 0;
    }
}
