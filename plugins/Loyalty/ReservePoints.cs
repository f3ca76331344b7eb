using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;
using Api = CrmExtensions.Xrm.Schema.RedemptionApis.ReservePoints;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>Takes points out of a balance for a document, a reward or a voucher, once per request id.</summary>
[CustomApi(Api.Name, "Reserve Points", "Punkte reservieren",
    Description = "Reserves points for a quote, order or invoice, for a reward or for a voucher.",
    DescriptionGerman = "Reserviert Punkte für Angebot, Auftrag oder Rechnung, für eine Prämie oder einen Gutschein.",
    ExecutePrivilege = ApiPermission.CallPrivilege)]
[RequestParameter(Api.Member, ParameterType.EntityReference, "Member", "Mitglied",
    Table = LoyaltyMember.Table, IsOptional = true)]
[RequestParameter(Api.CustomerId, ParameterType.Guid, "Customer Id", "Kennung des Kunden", IsOptional = true)]
[RequestParameter(Api.Programme, ParameterType.EntityReference, "Programme", "Programm",
    Table = LoyaltyProgram.Table, IsOptional = true)]
[RequestParameter(Api.Points, ParameterType.Integer, "Most Points", "Höchstens Punkte", IsOptional = true)]
[RequestParameter(Api.DocumentTable, ParameterType.String, "Document Table", "Tabelle des Belegs", IsOptional = true)]
[RequestParameter(Api.DocumentId, ParameterType.Guid, "Document Id", "Kennung des Belegs", IsOptional = true)]
[RequestParameter(Api.Reward, ParameterType.EntityReference, "Reward", "Prämie",
    Table = RewardRow.Table, IsOptional = true)]
[RequestParameter(Api.RequestId, ParameterType.String, "Request Id", "Kennung der Anforderung")]
[ResponseProperty(Api.RedemptionId, ParameterType.Guid, "Redemption Id", "Einlösung")]
[ResponseProperty(Api.ReservedPoints, ParameterType.Integer, "Reserved Points", "Reservierte Punkte")]
[ResponseProperty(Api.Value, ParameterType.Decimal, "Value", "Wert")]
[ResponseProperty(Api.VoucherCode, ParameterType.String, "Voucher Code", "Gutscheincode")]
[ResponseProperty(Api.ReservedUntil, ParameterType.DateTime, "Reserved Until", "Reserviert bis")]
public sealed class ReservePoints : PluginBase
{
    protected override void Run(StepRun run)
    {
        var request = new ReservationRequest(new ApiInput(run));
        request.Check();
        var finder = new MemberFinder(run.System);
        System.Guid id = finder.Named(request.MemberId, request.CustomerId, request.ProgrammeId);
        RedemptionRow row = new Reservation(run, MemberWork.Open(run, id, Api.Name), request).Make();

        ParameterCollection answer = run.Context.OutputParameters;
        answer[Api.RedemptionId] = row.Id;
        answer[Api.ReservedPoints] = row.Points ?? 0;
        answer[Api.Value] = row.Value ?? 0m;
        answer[Api.VoucherCode] = row.VoucherCode ?? "";
        if (row.ReservedUntil is { } until) answer[Api.ReservedUntil] = until;
    }
}
