using System;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;
using Api = CrmExtensions.Xrm.Schema.MemberApis.AwardEventPoints;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>Points for an event without a purchase, once per request id.</summary>
[CustomApi(Api.Name, "Award Event Points", "Punkte für ein Ereignis vergeben",
    Description = "Gives points for an event such as a promotion, a survey or a review, once per request id.",
    DescriptionGerman = "Vergibt Punkte für ein Ereignis wie Aktion, Umfrage oder Bewertung, einmal je Anforderung.",
    ExecutePrivilege = ApiPermission.CallPrivilege)]
[RequestParameter(Api.Member, ParameterType.EntityReference, "Member", "Mitglied",
    Table = LoyaltyMember.Table, IsOptional = true)]
[RequestParameter(Api.CustomerId, ParameterType.Guid, "Customer Id", "Kennung des Kunden", IsOptional = true)]
[RequestParameter(Api.Programme, ParameterType.EntityReference, "Programme", "Programm",
    Table = LoyaltyProgram.Table, IsOptional = true)]
[RequestParameter(Api.Event, ParameterType.String, "Event", "Ereignis")]
[RequestParameter(Api.Points, ParameterType.Integer, "Points", "Punkte", IsOptional = true)]
[RequestParameter(Api.RequestId, ParameterType.String, "Request Id", "Kennung der Anforderung")]
[ResponseProperty(Api.EntryId, ParameterType.Guid, "Entry Id", "Buchung")]
[ResponseProperty(Api.AwardedPoints, ParameterType.Integer, "Awarded Points", "Vergebene Punkte")]
public sealed class AwardEventPoints : PluginBase
{
    protected override void Run(StepRun run)
    {
        var input = new ApiInput(run);
        string requestId = input.RequestId(Api.RequestId);
        Guid id = new MemberFinder(run.System).Named(
            input.Id(Api.Member), input.Id(Api.CustomerId), input.Id(Api.Programme));
        MemberWork member = MemberWork.Open(run, id, Api.Name);
        LoyaltyEntry entry = new EventPoints(run).Ask(
            member, input.Text(Api.Event), input.Whole(Api.Points), requestId);

        ParameterCollection answer = run.Context.OutputParameters;
        answer[Api.EntryId] = entry.Id;
        answer[Api.AwardedPoints] = entry.Points;
    }
}
