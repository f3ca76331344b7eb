using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain;
using CrmExtensions.Domain.CrossSell;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Api = CrmExtensions.Xrm.Schema.CrossSellApis.AcceptRecommendation;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>
/// Puts a recommended product on an open document, once for a request id. The line is written with the rights of the
/// caller; price list and unit are the document's, so that the platform prices it as any other line.
/// </summary>
internal sealed class Acceptance
{
    private readonly StepRun run;
    private readonly DecisionRequest request;

    public Acceptance(StepRun run)
    {
        this.run = run;
        request = new DecisionRequest(run, RecommendationState.Accepted);
    }

    public RecommendationRow Make()
    {
        if (request.Asked.Document is null)
            throw new BusinessRuleException(UserText.RecommendationNeedsCustomerOrDocument);
        if (request.Decided() is { } made) return made;

        Recommending found = Recommending.For(run, request.Asked);
        if (!found.Situation.IsEditable) throw new BusinessRuleException(UserText.DocumentTakesNoLines);
        ProductFacts product = Sold(found);
        decimal quantity = Quantity();
        RecommendationRow row = request.Keep(
            new RecommendationRow
            {
                Name = product.Name,
                ProductId = new EntityReference(Product.Table, request.ProductId),
                LineId = AddLine(found.Situation, quantity).ToString("D"),
            },
            found);
        new PairFeedback(run.System).Accept(found.ItemOf(request.ProductId));
        return row;
    }

    private decimal Quantity()
    {
        decimal quantity = run.Context.InputParameters.TryGetValue(Api.Quantity, out object? given)
            && given is decimal number && number != 0m ? number : 1m;
        return quantity > 0m
            ? quantity
            : throw new BusinessRuleException(UserText.RecommendationQuantityMustBePositive);
    }

    private ProductFacts Sold(Recommending found)
    {
        string id = Keys.Of(request.ProductId);
        IReadOnlyDictionary<string, ProductFacts> facts = found.Notice == RecommendationNotice.CallerSeesNoProducts
            ? new Dictionary<string, ProductFacts>()
            : new CatalogueReader(run.System, found.Situation).Read(new[] { id });
        if (!facts.TryGetValue(id, out ProductFacts? product))
            throw new BusinessRuleException(UserText.RecommendedProductIsMissing);
        if (!product.IsOnPriceList)
            throw new BusinessRuleException(UserText.RecommendedProductIsNotListed, product.Name);
        return product.MayBeSoldOn(Day.Of(run.Now))
            ? product
            : throw new BusinessRuleException(UserText.RecommendedProductIsNotSold, product.Name);
    }

    private Guid AddLine(Situation situation, decimal quantity)
    {
        EntityReference document = situation.Document!;
        string table = document.LogicalName;
        return run.Caller.Create(new Entity(EarningLine.TableOf(table))
        {
            [EarningLine.ParentColumn(table)] = document,
            [EarningLine.Columns.ProductId] = new EntityReference(Product.Table, request.ProductId),
            [EarningLine.Columns.UnitId] = UnitOf(situation),
            [EarningLine.Columns.Quantity] = quantity,
            [EarningLine.Columns.IsWriteIn] = false,
        });
    }

    /// <summary>In which the price list sells it; the product's own where that is among them.</summary>
    private EntityReference? UnitOf(Situation situation)
    {
        var query = new QueryExpression(Product.Table) { ColumnSet = new ColumnSet(Product.Columns.UnitId) };
        query.Criteria.AddCondition(Product.Columns.Id, ConditionOperator.Equal, request.ProductId);
        LinkEntity item = query.AddLink(
            PriceListItem.Table, Product.Columns.Id, PriceListItem.Columns.ProductId, JoinOperator.LeftOuter);
        item.EntityAlias = "item";
        item.Columns = new ColumnSet(PriceListItem.Columns.UnitId);
        item.LinkCriteria.AddCondition(
            PriceListItem.Columns.PriceListId, ConditionOperator.Equal, situation.PriceListId ?? Guid.Empty);
        Entity[] rows = run.System.RetrieveMultiple(query).Entities.ToArray();
        EntityReference? own = rows[0].Link(Product.Columns.UnitId);
        EntityReference[] listed = rows
            .Select(row => row.Linked<EntityReference>("item", PriceListItem.Columns.UnitId))
            .Where(unit => unit is not null).Select(unit => unit!).ToArray();
        return listed.Length == 0 || listed.Any(unit => unit.Id == own?.Id) ? own : listed[0];
    }
}
