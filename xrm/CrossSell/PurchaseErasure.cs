using System.Linq;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>
/// Forgets what a customer bought and was recommended: the rows about purchases go, decisions and baskets lose their
/// customer. Counts stay: they name nobody.
/// </summary>
internal sealed class PurchaseErasure
{
    private readonly IOrganizationService service;

    public PurchaseErasure(IOrganizationService service) => this.service = service;

    public void Forget(EntityReference customer)
    {
        foreach (Entity row in Of(CustomerProductRow.Table, CustomerProductRow.Columns.CustomerId, customer))
            service.Delete(row.LogicalName, row.Id);
        foreach (Entity row in Of(RecommendationRow.Table, RecommendationRow.Columns.CustomerId, customer))
            service.Update(new RecommendationRow { Id = row.Id, CustomerId = null }.Plain());
        foreach (Entity row in Of(OrderBasketRow.Table, OrderBasketRow.Columns.CustomerId, customer))
            service.Update(new OrderBasketRow { Id = row.Id, CustomerId = null }.Plain());
    }

    private Entity[] Of(string table, string column, EntityReference customer)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(column, ConditionOperator.Equal, customer.Id);
        return service.RetrieveMultiple(query).Entities.ToArray();
    }
}
