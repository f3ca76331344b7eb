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

    public IReadOnlyList<KnownPair> Of(IEnumerable<string> products)
    {
        object[] ids = products.Distinct().Select(product => (object)Keys.IdOf(product)).ToArray();
        if (ids.Length == 0) return new KnownPair[0];
        var query = new QueryExpression(ProductAffinityRow.Table) { ColumnSet = new ColumnSet(PairRows.Columns) };
        query.Criteria.AddCondition(ProductAffinityRow.Columns.ProductId, ConditionOperator.In, ids);
        query.Criteria.AddCondition(ProductAffinityRow.Columns.PartnerId, ConditionOperator.NotNull);
        query.AddOrder(ProductAffinityRow.Columns.Key, OrderType.Ascending);
        return service.RetrieveMultiple(query).Entities
            .Select(row => PairRows.Of(row.ToEntity<ProductAffinityRow>())).ToArray();
    }
}
