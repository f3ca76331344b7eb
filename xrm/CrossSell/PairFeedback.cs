using System;
using System.Linq;
using CrmExtensions.Domain.CrossSell;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>
/// What people decide about a pair counts on its row and moves its rank. That somebody has a product from elsewhere
/// says nothing against the pair; that two products do not go together says it twice.
/// </summary>
internal sealed class PairFeedback
{
    private readonly IOrganizationService service;

    public PairFeedback(IOrganizationService service) => this.service = service;

    public void Accept(Recommended? item) => Add(item, accepted: 1, rejected: 0);

    public void Reject(Recommended? item, RejectReason reason) => Add(item, accepted: 0, rejected: reason switch
    {
        RejectReason.HasElsewhere => 0,
        RejectReason.Unsuitable => 2,
        _ => 1,
    });

    private void Add(Recommended? item, int accepted, int rejected)
    {
        bool isPair = item is { Source: SuggestionSource.Learned or SuggestionSource.Curated } && item.With.Length > 0;
        if (!isPair || accepted + rejected == 0) return;
        var query = new QueryExpression(ProductAffinityRow.Table)
        {
            ColumnSet = new ColumnSet(ProductAffinityRow.Columns.Accepted, ProductAffinityRow.Columns.Rejected),
        };
        string[] keys =
        {
            Keys.OfPair(item!.With, item.Product, AffinityKind.Learned),
            Keys.OfPair(item.With, item.Product, AffinityKind.LearnedWithinDays),
        };
        query.Criteria.AddCondition(
            ProductAffinityRow.Columns.Key, ConditionOperator.In, keys.Cast<object>().ToArray());
        var batch = new RowBatch(service);
        foreach (Entity read in service.RetrieveMultiple(query).Entities)
        {
            var row = read.ToEntity<ProductAffinityRow>();
            batch.Update(read, new ProductAffinityRow
            {
                Accepted = (row.Accepted ?? 0) + accepted, Rejected = (row.Rejected ?? 0) + rejected,
            });
        }

        batch.Write();
    }
}
