using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Stores;

/// <summary>
/// The lines of a document with their taxes: one request to read them, one for each line whose tax changes. The
/// platform adds up the header by itself.
/// </summary>
internal sealed class TaxedLineStore
{
    private const string LevyProduct = "levyproduct";

    private readonly IOrganizationService service;
    private readonly IReadOnlyList<Entity> rows;

    public TaxedLineStore(IOrganizationService service, Entity document)
    {
        this.service = service;
        rows = Read(document);
        Lines = rows.Select(LineOf).ToArray();
    }

    /// <summary>None where the document has more lines than one page holds (5,000): its taxes stay.</summary>
    public IReadOnlyList<TaxedLine> Lines { get; }

    /// <param name="changes">One for each line; added to its tax.</param>
    public void Change(IReadOnlyList<decimal> changes)
    {
        for (int at = 0; at < rows.Count; at++)
        {
            if (changes[at] == 0m) continue;
            Versioned.Update(service, rows[at], new Entity(rows[at].LogicalName, rows[at].Id)
            {
                [EarningLine.Columns.Tax] = new Money(Lines[at].Tax + changes[at]),
            });
        }
    }

    private IReadOnlyList<Entity> Read(Entity document)
    {
        var query = new QueryExpression(EarningLine.TableOf(document.LogicalName))
        {
            ColumnSet = new ColumnSet(EarningLine.Columns.Extended, EarningLine.Columns.Tax),
        };
        query.Criteria.AddCondition(
            EarningLine.ParentColumn(document.LogicalName), ConditionOperator.Equal, document.Id);
        LinkEntity product = query.AddLink(
            Product.Table, EarningLine.Columns.ProductId, Product.Columns.Id, JoinOperator.LeftOuter);
        product.EntityAlias = LevyProduct;
        product.Columns = new ColumnSet(Product.Columns.FixedLevy);
        EntityCollection page = service.RetrieveMultiple(query);
        return page.MoreRecords ? Array.Empty<Entity>() : page.Entities.ToArray();
    }

    private static TaxedLine LineOf(Entity row)
    {
        decimal tax = row.GetAttributeValue<Money>(EarningLine.Columns.Tax)?.Value ?? 0m;
        decimal gross = row.GetAttributeValue<Money>(EarningLine.Columns.Extended)?.Value ?? 0m;
        return new TaxedLine(
            row.Id, gross - tax, tax, row.Linked<bool>(LevyProduct, Product.Columns.FixedLevy));
    }
}
