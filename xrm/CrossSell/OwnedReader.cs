using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain;
using CrmExtensions.Domain.CrossSell;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>What a customer, and by setting the accounts below it, has bought: one request.</summary>
internal sealed class OwnedReader
{
    private const int MostProducts = 2000;
    private const string Sold = "product", Counts = "counts", Buyer = "buyer";

    private readonly IOrganizationService service;

    public OwnedReader(IOrganizationService service) => this.service = service;

    public IReadOnlyList<OwnedProduct> Read(EntityReference customer, bool withSubsidiaries)
    {
        var query = new QueryExpression(CustomerProductRow.Table)
        {
            ColumnSet = new ColumnSet(
                CustomerProductRow.Columns.ProductId, CustomerProductRow.Columns.CustomerId,
                CustomerProductRow.Columns.Times, CustomerProductRow.Columns.LastOn,
                CustomerProductRow.Columns.GapDays, CustomerProductRow.Columns.Weight,
                CustomerProductRow.Columns.RejectedUntil),
            TopCount = MostProducts,
        };
        query.AddOrder(CustomerProductRow.Columns.LastOn, OrderType.Descending);
        AddCustomer(query, customer, withSubsidiaries && customer.LogicalName == Customer.AccountTable);
        AddProduct(query);
        return service.RetrieveMultiple(query).Entities
            .Where(row => row.Link(CustomerProductRow.Columns.ProductId) is not null)
            .Select(row => Of(row, customer))
            .GroupBy(product => product.Product)
            .Select(Together)
            .ToArray();
    }

    private static void AddCustomer(QueryExpression query, EntityReference customer, bool withSubsidiaries)
    {
        if (!withSubsidiaries)
        {
            query.Criteria.AddCondition(
                CustomerProductRow.Columns.CustomerId, ConditionOperator.Equal, customer.Id);
            return;
        }

        LinkEntity account = query.AddLink(
            Customer.AccountTable,
            CustomerProductRow.Columns.CustomerId,
            Customer.IdColumn(Customer.AccountTable),
            JoinOperator.Inner);
        account.EntityAlias = Buyer;
        account.LinkCriteria.AddCondition(
            Customer.IdColumn(Customer.AccountTable), ConditionOperator.UnderOrEqual, customer.Id);
    }

    private static void AddProduct(QueryExpression query)
    {
        LinkEntity product = query.AddLink(
            Product.Table, CustomerProductRow.Columns.ProductId, Product.Columns.Id, JoinOperator.LeftOuter);
        product.EntityAlias = Sold;
        product.Columns = new ColumnSet(Product.Columns.ParentId);
        LinkEntity counts = query.AddLink(
            ProductBasketRow.Table,
            CustomerProductRow.Columns.ProductId,
            ProductBasketRow.Columns.ProductId,
            JoinOperator.LeftOuter);
        counts.EntityAlias = Counts;
        counts.Columns = new ColumnSet(ProductBasketRow.Columns.UsualDays);
        counts.LinkCriteria.AddCondition(
            ProductBasketRow.Columns.Window, ConditionOperator.Equal, Choice.First + (int)BasketWindow.SameOrder);
    }

    private static OwnedProduct Of(Entity read, EntityReference customer)
    {
        var row = read.ToEntity<CustomerProductRow>();
        decimal usual = read.Linked<decimal>(Counts, ProductBasketRow.Columns.UsualDays);
        Guid? family = read.Linked<EntityReference>(Sold, Product.Columns.ParentId)?.Id;
        int times = row.Times ?? 0;
        return new OwnedProduct(Keys.Of(row.ProductId!.Id))
        {
            Times = times,
            LastOn = Day.Of(row.LastOn ?? default),
            Weight = (double)(row.Weight ?? 0m),
            IntervalDays = PurchaseRhythm.Interval(times, row.GapDays ?? 0, usual > 0 ? (double)usual : null),
            RejectedUntil = PairRows.DayOf(row.RejectedUntil),
            IsOfSubsidiary = row.CustomerId?.Id != customer.Id,
            Family = family is { } id ? Keys.Of(id) : "",
        };
    }

    /// <summary>Merged customers, and accounts below, may have a product more than once.</summary>
    private static OwnedProduct Together(IEnumerable<OwnedProduct> rows)
    {
        OwnedProduct[] all = rows.OrderBy(row => row.IsOfSubsidiary).ThenByDescending(row => row.LastOn).ToArray();
        OwnedProduct best = all.FirstOrDefault(row => row.IsOwned) ?? all[0];
        return best with
        {
            RejectedUntil = all.Where(row => !row.IsOfSubsidiary).Select(row => row.RejectedUntil)
                .Where(until => until is not null).OrderByDescending(until => until).FirstOrDefault(),
        };
    }
}
