using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.CrossSell;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>What the catalogue says of products, and of them on one price list: one request.</summary>
internal sealed class CatalogueReader
{
    /// <summary>Families above a product; deeper ones are not seen.</summary>
    private const int Levels = 5;

    private const string Item = "item", Family = "family";

    private readonly IOrganizationService service;
    private readonly Situation situation;

    public CatalogueReader(IOrganizationService service, Situation situation)
    {
        this.service = service;
        this.situation = situation;
    }

    public IReadOnlyDictionary<string, ProductFacts> Read(IReadOnlyCollection<string> products)
    {
        var facts = new Dictionary<string, ProductFacts>();
        if (products.Count == 0) return facts;
        object[] ids = products.Select(product => (object)Keys.IdOf(product)).ToArray();
        var query = new QueryExpression(Product.Table)
        {
            ColumnSet = new ColumnSet(
                Product.Columns.Name, Product.Columns.State, Product.Columns.Structure, Product.Columns.ValidFrom,
                Product.Columns.ValidTo, Product.Columns.PriceBase, Product.Columns.CurrentCostBase,
                Product.Columns.StandardCostBase, Product.Columns.Stock, Product.Columns.IsStockItem,
                Product.Columns.Priority),
        };
        query.Criteria.AddCondition(Product.Columns.Id, ConditionOperator.In, ids);
        AddPrice(query);
        AddFamilies(query);
        foreach (Entity row in service.RetrieveMultiple(query).Entities) facts[Keys.Of(row.Id)] = Of(row);
        return facts;
    }

    private void AddPrice(QueryExpression query)
    {
        if (situation.PriceListId is not { } list) return;
        LinkEntity item = query.AddLink(
            PriceListItem.Table, Product.Columns.Id, PriceListItem.Columns.ProductId, JoinOperator.LeftOuter);
        item.EntityAlias = Item;
        item.Columns = new ColumnSet(PriceListItem.Columns.Id, PriceListItem.Columns.AmountBase);
        item.LinkCriteria.AddCondition(PriceListItem.Columns.PriceListId, ConditionOperator.Equal, list);
    }

    private static void AddFamilies(QueryExpression query)
    {
        LinkEntity family = query.AddLink(
            Product.Table, Product.Columns.ParentId, Product.Columns.Id, JoinOperator.LeftOuter);
        for (int level = 1; level <= Levels; level++)
        {
            family.EntityAlias = Family + level;
            family.Columns = new ColumnSet(Product.Columns.Name, Product.Columns.Number);
            if (level == Levels) return;
            family = family.AddLink(
                Product.Table, Product.Columns.ParentId, Product.Columns.Id, JoinOperator.LeftOuter);
        }
    }

    private ProductFacts Of(Entity row)
    {
        int? state = row.GetAttributeValue<OptionSetValue>(Product.Columns.State)?.Value;
        int? structure = row.GetAttributeValue<OptionSetValue>(Product.Columns.Structure)?.Value;
        bool isListed = situation.PriceListId is null
            || (situation.IsPriceListValid && row.Linked<Guid>(Item, PriceListItem.Columns.Id) != Guid.Empty);
        return new ProductFacts(Keys.Of(row.Id), row.Text(Product.Columns.Name) ?? "")
        {
            IsSellable = state is Product.Active or Product.UnderRevision && structure != Product.FamilyStructure,
            ValidFrom = PairRows.DayOf(row.Moment(Product.Columns.ValidFrom)),
            ValidTo = PairRows.DayOf(row.Moment(Product.Columns.ValidTo)),
            IsOnPriceList = isListed,
            Price = row.Linked<Money>(Item, PriceListItem.Columns.AmountBase)?.Value
                ?? MoneyOf(row, Product.Columns.PriceBase),
            Cost = MoneyOf(row, Product.Columns.CurrentCostBase) ?? MoneyOf(row, Product.Columns.StandardCostBase),
            Stock = row.Flag(Product.Columns.IsStockItem) == true ? row.Amount(Product.Columns.Stock) : null,
            Priority = row.Whole(Product.Columns.Priority),
            Categories = CategoriesOf(row).ToArray(),
        };
    }

    private static IEnumerable<string> CategoriesOf(Entity row)
    {
        for (int level = 1; level <= Levels; level++)
        {
            if (row.Linked<string>(Family + level, Product.Columns.Name) is { } name) yield return name;
            if (row.Linked<string>(Family + level, Product.Columns.Number) is { } number) yield return number;
        }
    }

    private static decimal? MoneyOf(Entity row, string column) => row.GetAttributeValue<Money>(column)?.Value;
}
