using CrmExtensions.Xrm;
using CrmExtensions.Xrm.CrossSell;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Api = CrmExtensions.Xrm.Schema.CrossSellApis.Recommend;

namespace CrmExtensions.Plugins.CrossSell;

/// <summary>What goes with a document or a customer, and what the customer buys again, each with its reason.</summary>
[CustomApi(Api.Name, "Recommend", "Produkte empfehlen",
    Description = "Recommends products for a customer or an open document: what goes with it, what is due again.",
    DescriptionGerman = "Empfiehlt Produkte zu einem Kunden oder Beleg: was dazu passt und was wieder fällig ist.",
    ExecutePrivilege = CrossSellApis.AskPrivilege)]
[RequestParameter(Api.CustomerTable, ParameterType.String, "Customer Table", "Tabelle des Kunden", IsOptional = true)]
[RequestParameter(Api.CustomerId, ParameterType.Guid, "Customer Id", "Kennung des Kunden", IsOptional = true)]
[RequestParameter(Api.DocumentTable, ParameterType.String, "Document Table", "Tabelle des Belegs", IsOptional = true)]
[RequestParameter(Api.DocumentId, ParameterType.Guid, "Document Id", "Kennung des Belegs", IsOptional = true)]
[RequestParameter(Api.Top, ParameterType.Integer, "Most of Each List", "Höchstens je Liste", IsOptional = true)]
[ResponseProperty(Api.GoesWith, ParameterType.String, "Goes with It", "Passt dazu")]
[ResponseProperty(Api.BuyAgain, ParameterType.String, "Buy Again", "Wieder kaufen")]
[ResponseProperty(Api.Notice, ParameterType.String, "Notice", "Hinweis")]
public sealed class Recommend : PluginBase
{
    protected override void Run(StepRun run)
    {
        var input = new ApiInput(run);
        Recommending found = Recommending.For(run, AskedFor.Of(input, input.Whole(Api.Top)));
        ParameterCollection answer = run.Context.OutputParameters;
        answer[Api.GoesWith] = RecommendationJson.Of(found.Lists.GoesWith);
        answer[Api.BuyAgain] = RecommendationJson.Of(found.Lists.BuyAgain);
        answer[Api.Notice] = found.Notice == RecommendationNotice.None ? "" : found.Notice.ToString();
    }
}
