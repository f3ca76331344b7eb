using System;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;
using Api = CrmExtensions.Xrm.Schema.EarningApis.QuotePoints;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>What a document would earn and how many points could pay for it, before anything is posted.</summary>
[CustomApi(Api.Name, "Quote Points", "Punkte vorausberechnen",
    Description = "Says what an opportunity, quote, order or invoice would earn and what can be redeemed on it.",
    DescriptionGerman = "Nennt, was Verkaufschance, Angebot, Auftrag oder Rechnung einbrächte und was einlösbar ist.",
    ExecutePrivilege = ApiPermission.CallPrivilege)]
[RequestParameter(Api.DocumentTable, ParameterType.String, "Document Table", "Tabelle des Belegs")]
[RequestParameter(Api.DocumentId, ParameterType.Guid, "Document Id", "Kennung des Belegs")]
[ResponseProperty(Api.Points, ParameterType.Integer, "Points", "Punkte")]
[ResponseProperty(Api.Breakdown, ParameterType.String, "Breakdown", "Berechnung")]
[ResponseProperty(Api.RedeemablePoints, ParameterType.Integer, "Redeemable Points", "Einlösbare Punkte")]
[ResponseProperty(Api.RedeemableValue, ParameterType.Decimal, "Redeemable Value", "Einlösbarer Wert")]
public sealed class QuotePoints : PluginBase
{
    protected override void Run(StepRun run)
    {
        var input = new ApiInput(run);
        string table = input.Text(Api.DocumentTable);
        if (!EarningDocument.IsOne(table)) throw new BusinessRuleException(UserText.QuoteTableIsUnknown, table);
        var reference = new EntityReference(table, input.Id(Api.DocumentId) ?? Guid.Empty);
        PurchaseDocument document = new DocumentReader(run.System).Find(reference)
            ?? throw new BusinessRuleException(UserText.DocumentIsMissing);
        new DocumentAccess(run).RequireRead(reference);
        PurchaseQuote quote = PurchaseQuote.Of(run, document);

        ParameterCollection answer = run.Context.OutputParameters;
        answer[Api.Points] = quote.Points;
        answer[Api.Breakdown] = quote.Breakdown.ToJson();
        answer[Api.RedeemablePoints] = quote.RedeemablePoints;
        answer[Api.RedeemableValue] = quote.RedeemableValue;
    }
}
