using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.CrossSell;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>The best seller of each product family.</summary>
internal sealed class CategorySellers
{
    private const int MostProducts = 5000;
    private const string Sold = "product";

    private readonly IOrganizationService service;

    public CategorySellers(IOrganizationService service) => this.service = service;

    /// <returns>Product by family; none for a family of which nothing was sold.</returns>
    public IReadOnlyDictionary<string, string> Of(IEnumerable<string> families)
    {
        var sellers = new Dictionary<string, string>();
        object[] ids = families.Select(family => (object)Keys.IdOf(family)).ToArray();
        if (ids.Length == 0) return sellers;
        var query = new QueryExpression(ProductBasketRow.Table)
        {
            ColumnSet = new ColumnSet(ProductBasketRow.Columns.ProductId), TopCount = MostProducts,
        };
        query.Criteria.AddCondition(
            ProductBasketRow.Columns.Window, ConditionOperator.Equal, Choice.First + (int)BasketWindow.SameOrder);
        query.AddOrder(ProductBasketRow.Columns.Baskets, OrderType.Descending);
        LinkEntity product = query.AddLink(
            Product.Table, ProductBasketRow.Columns.ProductId, Product.Columns.Id, JoinOperator.Inner);
        product.EntityAlias = Sold;
        product.Columns = new ColumnSet(Product.Columns.ParentId);
        product.LinkCriteria.AddCondition(Product.Columns.ParentId, ConditionOperator.In, ids);
        foreach (Entity row in service.RetrieveMultiple(query).Entities)
        {
            string family = Keys.Of(row.Linked<EntityReference>(Sold, Product.Columns.ParentId)!.Id);
            if (!sellers.ContainsKey(family))
                sellers.Add(family, Keys.Of(row.Link(ProductBasketRow.Columns.ProductId)!.Id));
        }

        return sellers;
    }
}
