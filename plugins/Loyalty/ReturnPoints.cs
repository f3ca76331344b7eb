using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Api = CrmExtensions.Xrm.Schema.EarningApis.ReturnPoints;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>Takes back what returned goods earned, and gives back the points that paid for them.</summary>
[CustomApi(Api.Name, "Return Points", "Punkte zurücknehmen",
    Description = "Takes back what returned lines of an order or invoice earned, once per request id.",
    DescriptionGerman = "Nimmt zurück, was zurückgegebene Positionen eingebracht haben, einmal je Anforderung.",
    ExecutePrivilege = ApiPermission.CallPrivilege)]
[RequestParameter(Api.DocumentTable, ParameterType.String, "Document Table", "Tabelle des Belegs")]
[RequestParameter(Api.DocumentId, ParameterType.Guid, "Document Id", "Kennung des Belegs")]
[RequestParameter(Api.Lines, ParameterType.String, "Lines", "Positionen", IsOptional = true)]
[RequestParameter(Api.RequestId, ParameterType.String, "Request Id", "Kennung der Anforderung")]
[ResponseProperty(Api.PointsTakenBack, ParameterType.Integer, "Points Taken Back", "Zurückgenommene Punkte")]
[ResponseProperty(Api.PointsRestored, ParameterType.Integer, "Points Restored", "Zurückgegebene Punkte")]
[ResponseProperty(Api.Balance, ParameterType.Integer, "Balance", "Punktestand")]
[ResponseProperty(Api.Debt, ParameterType.Integer, "Debt", "Punkteschuld")]
public sealed class ReturnPoints : PluginBase
{
    protected override void Run(StepRun run)
    {
        ReturnAnswer done = new PurchaseReturn(run, new ReturnRequest(new ApiInput(run))).Post();
        ParameterCollection answer = run.Context.OutputParameters;
        answer[Api.PointsTakenBack] = done.TakenBack;
        answer[Api.PointsRestored] = done.Restored;
        answer[Api.Balance] = done.Balance;
        answer[Api.Debt] = done.Debt;
    }
}
