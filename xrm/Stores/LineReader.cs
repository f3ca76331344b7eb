using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Stores;

/// <summary>The lines of a sales document, in one request whatever their number.</summary>
internal sealed class LineReader
{
    /// <summary>Families above a product that a rule can name; deeper ones are not seen.</summary>
    private const int Levels = 5;

    private const string ProductRow = "product";

    private readonly IOrganizationService service;

    public LineReader(IOrganizationService service) => this.service = service;

    /// <summary>
    /// A document with more lines than one page holds (5,000) is taken without them: its breakdown then has a single
    /// part.
    /// </summary>
    public IReadOnlyList<PurchaseLine> Read(PurchaseDocument document, bool withFamilies)
    {
        string idColumn = EarningLine.IdColumn(document.Table);
        var query = new QueryExpression(EarningLine.TableOf(document.Table))
        {
            ColumnSet = new ColumnSet(
                idColumn, EarningLine.Columns.ExtendedBase, EarningLine.Columns.TaxBase, EarningLine.Columns.Quantity,
                EarningLine.Columns.ProductId, EarningLine.Columns.IsWriteIn),
        };
        query.Criteria.AddCondition(
            EarningLine.ParentColumn(document.Table), ConditionOperator.Equal, document.Id);
        if (withFamilies) AddFamilies(query);
        EntityCollection page = service.RetrieveMultiple(query);
        return page.MoreRecords ? Array.Empty<PurchaseLine>() : page.Entities.Select(LineOf).ToArray();
    }

    private static void AddFamilies(QueryExpression query)
    {
        LinkEntity product = query.AddLink(
            Product.Table, EarningLine.Columns.ProductId, Product.Columns.Id, JoinOperator.LeftOuter);
        for (int level = 1; level <= Levels; level++)
        {
            product.EntityAlias = ProductRow + level;
            product.Columns = new ColumnSet(Product.Columns.ParentId);
            if (level == Levels) return;
            product = product.AddLink(
                Product.Table, Product.Columns.ParentId, Product.Columns.Id, JoinOperator.LeftOuter);
        }
    }

    private static PurchaseLine LineOf(Entity row)
    {
        decimal tax = row.GetAttributeValue<Money>(EarningLine.Columns.TaxBase)?.Value ?? 0m;
        decimal gross = row.GetAttributeValue<Money>(EarningLine.Columns.ExtendedBase)?.Value ?? 0m;
        decimal? quantity = row.Amount(EarningLine.Columns.Quantity);
        bool isWriteIn = row.Flag(EarningLine.Columns.IsWriteIn) ?? false;
        return new PurchaseLine
        {
            Id = row.Id,
            NetAmount = gross - tax,
            TaxAmount = tax,
            Quantity = quantity,
            ProductId = row.Link(EarningLine.Columns.ProductId)?.Id,
            Families = FamiliesOf(row).ToArray(),
            IsRedemption = isWriteIn && gross < 0 && quantity > 0,
        };
    }

    private static IEnumerable<Guid> FamiliesOf(Entity row)
    {
        for (int level = 1; level <= Levels; level++)
        {
            if (row.Linked<EntityReference>(ProductRow + level, Product.Columns.ParentId) is not { } family)
                yield break;
            yield return family.Id;
        }
    }
}
