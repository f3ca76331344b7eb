using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain;
using CrmExtensions.Domain.CrossSell;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>
/// What a customer, and by setting the accounts below it, has bought, and whether anybody may know it: one request, a
/// second one only for a group with more than 2,000 products.
/// </summary>
internal sealed class OwnedReader
{
    private const int MostProducts = 2000;
    private const string Bought = "bought", Sold = "product", Counts = "counts";

    private readonly IOrganizationService service;

    public OwnedReader(IOrganizationService service) => this.service = service;

    public OwnedProducts Read(EntityReference customer, bool withSubsidiaries)
    {
        string table = customer.LogicalName;
        bool isGroup = withSubsidiaries && table == Customer.AccountTable;
        var query = new QueryExpression(table)
        {
            ColumnSet = new ColumnSet(ProfilingObjection.Column), TopCount = MostProducts,
        };
        query.Criteria.AddCondition(
            Customer.IdColumn(table),
            isGroup ? ConditionOperator.UnderOrEqual : ConditionOperator.Equal,
            customer.Id);
        AddProducts(query);
        Entity[] rows = service.RetrieveMultiple(query).Entities.ToArray();
        if (IsObjected(customer, rows)) return new OwnedProducts { IsObjected = true };
        return new OwnedProducts
        {
            All = rows
                .Where(row => ProductOf(row) is not null && !IsObjected(row))
                .Select(row => Of(row, customer))
                .GroupBy(product => product.Product)
                .Select(Together)
                .ToArray(),
        };
    }

    private bool IsObjected(EntityReference customer, Entity[] rows)
    {
        Entity? own = rows.FirstOrDefault(row => row.Id == customer.Id);
        return own is null
            ? rows.Length == MostProducts && ProfilingObjection.IsOf(service, customer)
            : IsObjected(own);
    }

    private static bool IsObjected(Entity row) =>
        ProfilingObjection.IsIn(row.GetAttributeValue<OptionSetValue>(ProfilingObjection.Column));

    private static void AddProducts(QueryExpression query)
    {
        LinkEntity bought = query.AddLink(
            CustomerProductRow.Table,
            Customer.IdColumn(query.EntityName),
            CustomerProductRow.Columns.CustomerId,
            JoinOperator.LeftOuter);
        bought.EntityAlias = Bought;
        bought.Columns = new ColumnSet(
            CustomerProductRow.Columns.ProductId, CustomerProductRow.Columns.Times, CustomerProductRow.Columns.LastOn,
            CustomerProductRow.Columns.GapDays, CustomerProductRow.Columns.Weight,
            CustomerProductRow.Columns.RejectedUntil);
        bought.Orders.Add(new OrderExpression(CustomerProductRow.Columns.LastOn, OrderType.Descending));
        LinkEntity product = bought.AddLink(
            Product.Table, CustomerProductRow.Columns.ProductId, Product.Columns.Id, JoinOperator.LeftOuter);
        product.EntityAlias = Sold;
        product.Columns = new ColumnSet(Product.Columns.ParentId);
        LinkEntity counts = bought.AddLink(
            ProductBasketRow.Table,
            CustomerProductRow.Columns.ProductId,
            ProductBasketRow.Columns.ProductId,
            JoinOperator.LeftOuter);
        counts.EntityAlias = Counts;
        counts.Columns = new ColumnSet(ProductBasketRow.Columns.UsualDays);
        counts.LinkCriteria.AddCondition(
            ProductBasketRow.Columns.Window, ConditionOperator.Equal, Choice.First + (int)BasketWindow.SameOrder);
    }

    private static EntityReference? ProductOf(Entity row) =>
        row.Linked<EntityReference>(Bought, CustomerProductRow.Columns.ProductId);

    private static OwnedProduct Of(Entity row, EntityReference customer)
    {
        decimal usual = row.Linked<decimal>(Counts, ProductBasketRow.Columns.UsualDays);
        Guid? family = row.Linked<EntityReference>(Sold, Product.Columns.ParentId)?.Id;
        int times = row.Linked<int>(Bought, CustomerProductRow.Columns.Times);
        int gaps = row.Linked<int>(Bought, CustomerProductRow.Columns.GapDays);
        return new OwnedProduct(Keys.Of(ProductOf(row)!.Id))
        {
            Times = times,
            LastOn = Day.Of(row.Linked<DateTime>(Bought, CustomerProductRow.Columns.LastOn)),
            Weight = (double)row.Linked<decimal>(Bought, CustomerProductRow.Columns.Weight),
            IntervalDays = PurchaseRhythm.Interval(times, gaps, usual > 0 ? (double)usual : null),
            RejectedUntil = PairRows.DayOf(row.Linked<DateTime?>(Bought, CustomerProductRow.Columns.RejectedUntil)),
            IsOfSubsidiary = row.Id != customer.Id,
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
