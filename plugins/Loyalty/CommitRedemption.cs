using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Api = CrmExtensions.Xrm.Schema.RedemptionApis.CommitRedemption;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>Reserved points are used: by the id of the redemption, or by the voucher's code and a request id.</summary>
[CustomApi(Api.Name, "Commit Redemption", "Einlösung abschließen",
    Description = "Uses reserved points; a voucher is redeemed by its code, once.",
    DescriptionGerman = "Verbraucht reservierte Punkte; ein Gutschein wird mit seinem Code einmal eingelöst.",
    ExecutePrivilege = ApiPermission.CallPrivilege)]
[RequestParameter(Api.Redemption, ParameterType.EntityReference, "Redemption", "Einlösung",
    Table = RedemptionRow.Table, IsOptional = true)]
[RequestParameter(Api.VoucherCode, ParameterType.String, "Voucher Code", "Gutscheincode", IsOptional = true)]
[RequestParameter(Api.RequestId, ParameterType.String, "Request Id", "Kennung der Anforderung", IsOptional = true)]
[ResponseProperty(Api.RedemptionId, ParameterType.Guid, "Redemption Id", "Einlösung")]
[ResponseProperty(Api.Points, ParameterType.Integer, "Points", "Punkte")]
[ResponseProperty(Api.Value, ParameterType.Decimal, "Value", "Wert")]
public sealed class CommitRedemption : PluginBase
{
    protected override void Run(StepRun run)
    {
        var input = new ApiInput(run);
        string code = input.Text(Api.VoucherCode);
        var steps = new RedemptionSteps(run);
        System.Guid id = steps.Named(input.Id(Api.Redemption), code);
        RedemptionRow row = steps.Commit(id, code.Length > 0 ? input.RequestId(Api.RequestId) : null);

        ParameterCollection answer = run.Context.OutputParameters;
        answer[Api.RedemptionId] = row.Id;
        answer[Api.Points] = row.Points ?? 0;
        answer[Api.Value] = row.Value ?? 0m;
    }
}
