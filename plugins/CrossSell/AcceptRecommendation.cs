using System;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.CrossSell;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Api = CrmExtensions.Xrm.Schema.CrossSellApis.AcceptRecommendation;

namespace CrmExtensions.Plugins.CrossSell;

/// <summary>A recommended product becomes a line of the document, and who decided so is kept.</summary>
[CustomApi(Api.Name, "Accept Recommendation", "Empfehlung annehmen",
    Description = "Adds a recommended product to an open opportunity, quote or order, once per request id.",
    DescriptionGerman = "Nimmt ein empfohlenes Produkt in einen offenen Beleg auf, einmal je Anforderung.",
    ExecutePrivilege = CrossSellApis.DecidePrivilege)]
[RequestParameter(Api.DocumentTable, ParameterType.String, "Document Table", "Tabelle des Belegs")]
[RequestParameter(Api.DocumentId, ParameterType.Guid, "Document Id", "Kennung des Belegs")]
[RequestParameter(Api.ProductId, ParameterType.Guid, "Product Id", "Kennung des Produkts")]
[RequestParameter(Api.Quantity, ParameterType.Decimal, "Quantity (Default 1)", "Menge (Standard 1)", IsOptional = true)]
[RequestParameter(Api.RequestId, ParameterType.String, "Request Id", "Kennung der Anforderung")]
[ResponseProperty(Api.RecommendationId, ParameterType.Guid, "Recommendation Id", "Empfehlung")]
[ResponseProperty(Api.LineId, ParameterType.Guid, "Line Id", "Position")]
public sealed class AcceptRecommendation : PluginBase
{
    protected override void Run(StepRun run)
    {
        RecommendationRow row = new Acceptance(run).Make();
        ParameterCollection answer = run.Context.OutputParameters;
        answer[Api.RecommendationId] = row.Id;
        answer[Api.LineId] = Guid.TryParse(row.LineId, out Guid line) ? line : Guid.Empty;
    }
}
