using System.Linq;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>
/// Forgets what a customer bought and was recommended. Orders stay counted as orders of nobody, without what they were
/// counted with because one customer made them both.
/// </summary>
internal sealed class PurchaseErasure
{
    private const int PageSize = 500;

    private readonly IOrganizationService service;

    public PurchaseErasure(IOrganizationService service) => this.service = service;

    /// <summary>Erasure: decisions stay without their customer, as other business records do.</summary>
    public void Forget(EntityReference customer)
    {
        for (Entity[] rows; (rows = Decisions(customer)).Length > 0;)
        {
            var batch = new RowBatch(service);
            foreach (Entity row in rows) batch.Update(row, new RecommendationRow { CustomerId = null });
            batch.Write();
        }

        ForgetProfile(customer);
    }

    /// <summary>An objection to profiling: decisions about the customer go, too.</summary>
    public void ForgetProfile(EntityReference customer)
    {
        for (Entity[] rows; (rows = Decisions(customer)).Length > 0;) Delete(rows);
        for (Entity[] rows; (rows = Purchases(customer)).Length > 0;) Delete(rows);
        for (Entity[] rows; (rows = Baskets(customer)).Length > 0;)
        {
            var batch = new RowBatch(service);
            var nobodys = new OrderBasketRow { CustomerId = null, WindowProducts = null, IsPending = true };
            foreach (Entity row in rows) batch.Update(row, nobodys);
            batch.Write();
        }
    }

    private Entity[] Decisions(EntityReference customer) =>
        Of(RecommendationRow.Table, RecommendationRow.Columns.CustomerId, customer);

    private Entity[] Purchases(EntityReference customer) =>
        Of(CustomerProductRow.Table, CustomerProductRow.Columns.CustomerId, customer);

    private Entity[] Baskets(EntityReference customer) =>
        Of(OrderBasketRow.Table, OrderBasketRow.Columns.CustomerId, customer);

    private void Delete(Entity[] rows)
    {
        foreach (Entity row in rows) service.Delete(row.LogicalName, row.Id);
    }

    private Entity[] Of(string table, string column, EntityReference customer)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(false), TopCount = PageSize };
        query.Criteria.AddCondition(column, ConditionOperator.Equal, customer.Id);
        return service.RetrieveMultiple(query).Entities.ToArray();
    }
}
