using System;
using System.Linq;
using CrmExtensions.Domain;
using CrmExtensions.Domain.CrossSell;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Api = CrmExtensions.Xrm.Schema.CrossSellApis.RejectRecommendation;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>Keeps a product away from a customer for some months, with a reason, once for a request id.</summary>
internal sealed class Rejection
{
    private readonly StepRun run;
    private readonly ApiInput input;
    private readonly Guid productId;
    private readonly RecommendationStore store;

    public Rejection(StepRun run)
    {
        this.run = run;
        input = new ApiInput(run);
        productId = input.Id(Api.ProductId) ?? Guid.Empty;
        store = new RecommendationStore(run);
    }

    public RecommendationRow Make()
    {
        string requestId = input.RequestId(Api.RequestId);
        RejectReason reason = Reason();
        AskedFor asked = AskedFor.Of(input, AskedFor.MostOfAList);
        string documentId = asked.Document?.Id.ToString("D") ?? "";
        if (store.Find(requestId, productId, documentId, RecommendationState.Rejected) is { } made) return made;

        Recommending found = Recommending.For(run, asked);
        if (found.Situation.Customer is not { } customer)
            throw new BusinessRuleException(UserText.RejectionNeedsCustomer);
        EntityReference product = Known();
        DateTime until = Day.Of(run.Now).AddMonths(found.Settings.RejectionMonths).Midnight;
        Recommended? item = found.Lists.GoesWith.Concat(found.Lists.BuyAgain)
            .FirstOrDefault(candidate => candidate.Product == Keys.Of(productId));
        var row = new RecommendationRow
        {
            Name = product.Name,
            ProductId = product,
            State = (int)RecommendationState.Rejected,
            RejectReason = (int)reason,
            RejectedUntil = until,
        };
        new CustomerProducts(run.System, customer).Reject(product, until, reason);
        row.Id = store.Create(row, item, found, requestId);
        new PairFeedback(run.System).Reject(item, reason);
        return row;
    }

    private RejectReason Reason()
    {
        int number = input.Whole(Api.Reason) - Choice.First;
        return Enum.IsDefined(typeof(RejectReason), number)
            ? (RejectReason)number
            : throw new BusinessRuleException(UserText.RejectReasonIsUnknown);
    }

    private EntityReference Known()
    {
        var query = new QueryExpression(Product.Table) { ColumnSet = new ColumnSet(Product.Columns.Name) };
        query.Criteria.AddCondition(Product.Columns.Id, ConditionOperator.Equal, productId);
        Entity row = run.System.RetrieveMultiple(query).Entities.FirstOrDefault()
            ?? throw new BusinessRuleException(UserText.RecommendedProductIsMissing);
        return new EntityReference(Product.Table, productId) { Name = row.Text(Product.Columns.Name) };
    }
}
