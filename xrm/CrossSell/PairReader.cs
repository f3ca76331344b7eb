using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.CrossSell;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>Every pair of some products and families: learned, curated, substitutes, bundles. One request.</summary>
internal sealed class PairReader
{
    private readonly IOrganizationService service;

    public PairReader(IOrganizationService service) => this.service = service;

    /// <param name="products">And families, with all of their pairs.</param>
    /// <param name="forbidding">Only what they forbid: a long document asks about some of its products alone.</param>
    public IReadOnlyList<KnownPair> Of(IEnumerable<string> products, IEnumerable<string> forbidding)
    {
        string[] asked = products.Distinct().ToArray();
        string[] others = forbidding.Except(asked).ToArray();
        if (asked.Length == 0) return new KnownPair[0];
        var query = new QueryExpression(ProductAffinityRow.Table) { ColumnSet = new ColumnSet(PairRows.Columns) };
        var either = new FilterExpression(LogicalOperator.Or);
        either.AddCondition(ProductAffinityRow.Columns.ProductId, ConditionOperator.In, IdsOf(asked));
        if (others.Length > 0) either.AddFilter(Forbidden(others));
        query.Criteria.AddFilter(either);
        query.Criteria.AddCondition(ProductAffinityRow.Columns.PartnerId, ConditionOperator.NotNull);
        query.AddOrder(ProductAffinityRow.Columns.Key, OrderType.Ascending);
        return service.RetrieveMultiple(query).Entities
            .Select(row => PairRows.Of(row.ToEntity<ProductAffinityRow>())).ToArray();
    }

    private static FilterExpression Forbidden(string[] products)
    {
        var filter = new FilterExpression(LogicalOperator.And);
        filter.AddCondition(ProductAffinityRow.Columns.ProductId, ConditionOperator.In, IdsOf(products));
        filter.AddCondition(
            ProductAffinityRow.Columns.Kind,
            ConditionOperator.In,
            Choice.First + (int)AffinityKind.Substitute,
            Choice.First + (int)AffinityKind.Bundle);
        return filter;
    }

    private static object[] IdsOf(IEnumerable<string> products) =>
        products.Select(product => (object)Keys.IdOf(product)).ToArray();
}
