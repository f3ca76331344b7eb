using System;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.CrossSell;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Api = CrmExtensions.Xrm.Schema.CrossSellApis.RejectRecommendation;

namespace CrmExtensions.Plugins.CrossSell;

/// <summary>A product is not recommended to the customer for some months; why counts for others too.</summary>
[CustomApi(Api.Name, "Reject Recommendation", "Empfehlung ablehnen",
    Description = "Keeps a product away from a customer for some months, with a reason, once per request id.",
    DescriptionGerman = "Hält ein Produkt einige Monate von einem Kunden fern, mit Grund, einmal je Anforderung.",
    ExecutePrivilege = CrossSellApis.DecidePrivilege)]
[RequestParameter(Api.CustomerTable, ParameterType.String, "Customer Table", "Tabelle des Kunden", IsOptional = true)]
[RequestParameter(Api.CustomerId, ParameterType.Guid, "Customer Id", "Kennung des Kunden", IsOptional = true)]
[RequestParameter(Api.DocumentTable, ParameterType.String, "Document Table", "Tabelle des Belegs", IsOptional = true)]
[RequestParameter(Api.DocumentId, ParameterType.Guid, "Document Id", "Kennung des Belegs", IsOptional = true)]
[RequestParameter(Api.ProductId, ParameterType.Guid, "Product Id", "Kennung des Produkts")]
[RequestParameter(Api.Reason, ParameterType.Integer, "Reason", "Grund")]
[RequestParameter(Api.RequestId, ParameterType.String, "Request Id", "Kennung der Anforderung")]
[ResponseProperty(Api.RecommendationId, ParameterType.Guid, "Recommendation Id", "Empfehlung")]
[ResponseProperty(Api.RejectedUntil, ParameterType.DateTime, "Rejected Until", "Abgelehnt bis")]
public sealed class RejectRecommendation : PluginBase
{
    protected override void Run(StepRun run)
    {
        RecommendationRow row = new Rejection(run).Make();
        ParameterCollection answer = run.Context.OutputParameters;
        answer[Api.RecommendationId] = row.Id;
        if (row.RejectedUntil is { } until) answer[Api.RejectedUntil] = DateTime.SpecifyKind(until, DateTimeKind.Utc);
    }
}
