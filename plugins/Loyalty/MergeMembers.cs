using System;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>A supervisor makes two members of one programme one, whether or not their customers were merged.</summary>
[CustomApi(LifecycleApis.MergeMembers.Name, "Merge Members", "Mitglieder zusammenführen",
    Description = "Moves points, dates and status of a duplicate member to the member that stays and archives it.",
    DescriptionGerman = "Überträgt Punkte, Fristen und Status eines doppelten Mitglieds und legt es still.",
    ExecutePrivilege = ApiPermission.SupervisorPrivilege)]
[RequestParameter(LifecycleApis.MergeMembers.Member, ParameterType.EntityReference, "Member that Stays",
    "Verbleibendes Mitglied", Table = LoyaltyMember.Table)]
[RequestParameter(LifecycleApis.MergeMembers.Duplicate, ParameterType.EntityReference, "Duplicate",
    "Doppeltes Mitglied", Table = LoyaltyMember.Table)]
[RequestParameter(LifecycleApis.MergeMembers.RequestId, ParameterType.String, "Request Id", "Kennung der Anforderung")]
[ResponseProperty(LifecycleApis.MergeMembers.MovedPoints, ParameterType.Integer, "Moved Points", "Übertragene Punkte")]
[ResponseProperty(LifecycleApis.MergeMembers.Balance, ParameterType.Integer, "Balance", "Punktestand")]
public sealed class MergeMembers : PluginBase
{
    protected override void Run(StepRun run)
    {
        ParameterCollection input = run.Context.InputParameters;
        Guid stays = ((EntityReference)input[LifecycleApis.MergeMembers.Member]).Id;
        Guid duplicate = ((EntityReference)input[LifecycleApis.MergeMembers.Duplicate]).Id;
        string request = new ApiInput(run).RequestId(LifecycleApis.MergeMembers.RequestId);
        int moved = new MergeByHand(run).Merge(stays, duplicate, request);

        ParameterCollection answer = run.Context.OutputParameters;
        answer[LifecycleApis.MergeMembers.MovedPoints] = moved;
        answer[LifecycleApis.MergeMembers.Balance] = new MergedMemberStore(run.System).Read(stays).Balance ?? 0;
    }
}
