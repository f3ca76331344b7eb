using CrmExtensions.Xrm;
using CrmExtensions.Xrm.CrossSell;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Api = CrmExtensions.Xrm.Schema.BasketApis.RankPairs;

namespace CrmExtensions.Plugins.CrossSell;

/// <summary>Ranks the partners of one page of products whose counts have changed.</summary>
[CustomApi(Api.Name, "Rank Product Pairs", "Produktpaare reihen",
    Description = "Writes the best partners of up to 20 products whose counts have changed; call while IsMore.",
    DescriptionGerman = "Schreibt die besten Partner von bis zu 20 Produkten; wiederholen, solange IsMore wahr ist.",
    ExecutePrivilege = ApiPermission.AdministratorPrivilege)]
[ResponseProperty(Api.Ranked, ParameterType.Integer, "Ranked", "Gereiht")]
[ResponseProperty(Api.IsMore, ParameterType.Boolean, "Is More", "Weitere warten")]
public sealed class RankPairs : PluginBase
{
    protected override void Run(StepRun run)
    {
        int ranked = new PairRanking(run.System).RankPage();
        ParameterCollection answer = run.Context.OutputParameters;
        answer[Api.Ranked] = ranked;
        answer[Api.IsMore] = ranked == PairRanking.PageSize;
    }
}
