using System;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Schema;
using Api = CrmExtensions.Xrm.Schema.CrossSellApis.AcceptRecommendation;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>
/// What a caller decides about: one product, for a customer or a document, once for a request id. Accepting and
/// rejecting name their parameters alike.
/// </summary>
internal sealed class DecisionRequest
{
    private readonly RecommendationStore store;
    private readonly RecommendationState decision;
    private readonly string requestId;

    /// <exception cref="BusinessRuleException">Something is missing.</exception>
    public DecisionRequest(StepRun run, RecommendationState decision)
    {
        this.decision = decision;
        store = new RecommendationStore(run);
        Input = new ApiInput(run);
        requestId = Input.RequestId(Api.RequestId);
        ProductId = Input.Id(Api.ProductId) ?? Guid.Empty;
        Asked = AskedFor.Of(Input, AskedFor.MostOfAList);
    }

    public ApiInput Input { get; }

    public Guid ProductId { get; }

    public AskedFor Asked { get; }

    /// <summary>What an earlier message with this request id decided; null if there was none.</summary>
    /// <exception cref="BusinessRuleException">It decided something else.</exception>
    public RecommendationRow? Decided() => store.Find(requestId, ProductId, Asked, decision);

    /// <summary>Keeps the decision with the reason for which the product was recommended.</summary>
    public RecommendationRow Keep(RecommendationRow row, Recommending found)
    {
        row.State = (int)decision;
        row.Id = store.Create(row, found.ItemOf(ProductId), found, requestId);
        return row;
    }
}
