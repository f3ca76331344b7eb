using System;
using System.Linq;
using CrmExtensions.Domain;
using CrmExtensions.Domain.CrossSell;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Api = CrmExtensions.Xrm.Schema.CrossSellApis.RejectRecommendation;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>
/// Keeps a product away from a customer for some months, with a reason, once for a request id. Of a customer who
/// objects to profiling nothing is kept: the decision counts for the pair alone.
/// </summary>
internal sealed class Rejection
{
    private readonly StepRun run;
    private readonly DecisionRequest request;

    public Rejection(StepRun run)
    {
        this.run = run;
        request = new DecisionRequest(run, RecommendationState.Rejected);
    }

    public RecommendationRow Make()
    {
        RejectReason reason = Reason();
        if (request.Decided() is { } made) return made;

        Recommending found = Recommending.For(run, request.Asked);
        if (found.Situation.Customer is not { } customer)
            throw new BusinessRuleException(UserText.RejectionNeedsCustomer);
        var row = new RecommendationRow { ProductId = Known(), RejectReason = (int)reason };
        row.Name = row.ProductId.Name;
        if (!found.IsWithoutProfile)
        {
            DateTime until = Day.Of(run.Now).AddMonths(found.Settings.RejectionMonths).Midnight;
            new CustomerProducts(run.System, customer).Reject(row.ProductId, until, reason);
            row.RejectedUntil = until;
        }

        request.Keep(row, found);
        new PairFeedback(run.System).Reject(found.ItemOf(request.ProductId), reason);
        return row;
    }

    private RejectReason Reason()
    {
        int number = request.Input.Whole(Api.Reason) - Choice.First;
        return Enum.IsDefined(typeof(RejectReason), number)
            ? (RejectReason)number
            : throw new BusinessRuleException(UserText.RejectReasonIsUnknown);
    }

    private EntityReference Known()
    {
        var query = new QueryExpression(Product.Table) { ColumnSet = new ColumnSet(Product.Columns.Name) };
        query.Criteria.AddCondition(Product.Columns.Id, ConditionOperator.Equal, request.ProductId);
        Entity row = run.System.RetrieveMultiple(query).Entities.FirstOrDefault()
            ?? throw new BusinessRuleException(UserText.RecommendedProductIsMissing);
        return new EntityReference(Product.Table, request.ProductId) { Name = row.Text(Product.Columns.Name) };
    }
}
