using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.CrossSell;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>The best sellers of companies and of people, kept beside the settings so that no question counts.</summary>
internal sealed class TopSellerList
{
    private readonly IOrganizationService service;

    public TopSellerList(IOrganizationService service) => this.service = service;

    public void Write(CrossSellSettingsRow settings)
    {
        string text = new TopSellers(
            Best(ProductBasketRow.Columns.CompanyBaskets), Best(ProductBasketRow.Columns.PersonBaskets)).ToJson();
        if (settings.Id != System.Guid.Empty && text != settings.TopSellers)
            new SettingsStore(service).Update(new CrossSellSettingsRow { Id = settings.Id, TopSellers = text });
    }

    private IReadOnlyList<SellerCount> Best(string column)
    {
        var query = new QueryExpression(ProductBasketRow.Table)
        {
            ColumnSet = new ColumnSet(ProductBasketRow.Columns.ProductId, column), TopCount = TopSellers.Most,
        };
        query.Criteria.AddCondition(
            ProductBasketRow.Columns.Window, ConditionOperator.Equal, Choice.First + (int)BasketWindow.SameOrder);
        query.Criteria.AddCondition(column, ConditionOperator.GreaterThan, 0);
        query.AddOrder(column, OrderType.Descending);
        query.AddOrder(ProductBasketRow.Columns.Key, OrderType.Ascending);
        return service.RetrieveMultiple(query).Entities
            .Where(row => row.Link(ProductBasketRow.Columns.ProductId) is not null)
            .Select(row => new SellerCount(
                Keys.Of(row.Link(ProductBasketRow.Columns.ProductId)!.Id), row.Whole(column) ?? 0))
            .ToArray();
    }
}
