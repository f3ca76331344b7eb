using System;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;
using Api = CrmExtensions.Xrm.Schema.MemberApis.EnrolMember;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>A customer joins a programme or comes back to it; asked again, it stays a member.</summary>
[CustomApi(Api.Name, "Enrol Member", "Mitglied aufnehmen",
    Description = "Makes a customer a member of a programme, or takes a former member back.",
    DescriptionGerman = "Nimmt einen Kunden in ein Programm auf oder ein früheres Mitglied wieder auf.",
    ExecutePrivilege = ApiPermission.CallPrivilege)]
[RequestParameter(Api.Programme, ParameterType.EntityReference, "Programme", "Programm", Table = LoyaltyProgram.Table)]
[RequestParameter(Api.CustomerTable, ParameterType.String, "Customer Table", "Tabelle des Kunden")]
[RequestParameter(Api.CustomerId, ParameterType.Guid, "Customer Id", "Kennung des Kunden")]
[RequestParameter(Api.ReferralCode, ParameterType.String, "Referral Code", "Weiterempfehlungscode", IsOptional = true)]
[ResponseProperty(Api.MemberId, ParameterType.Guid, "Member Id", "Mitglied")]
[ResponseProperty(Api.IsNew, ParameterType.Boolean, "Is New", "Ist neu")]
public sealed class EnrolMember : PluginBase
{
    protected override void Run(StepRun run)
    {
        var input = new ApiInput(run);
        Guid programme = new ProgrammeFinder(run.System).Running(input.Id(Api.Programme)).Settings.Id;
        var customer = new EntityReference(input.Text(Api.CustomerTable), input.Id(Api.CustomerId) ?? Guid.Empty);
        var enrolment = new Enrolment(run);

        ParameterCollection answer = run.Context.OutputParameters;
        answer[Api.MemberId] = enrolment.Enrol(programme, customer, input.Text(Api.ReferralCode));
        answer[Api.IsNew] = enrolment.IsNew;
    }
}
