using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.CrossSell;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>What one customer bought when, product by product, written anew from the customer's orders.</summary>
internal sealed class CustomerProducts
{
    /// <summary>Two conditions take them; the platform takes some thousands of values.</summary>
    private const int MostProducts = 500;

    private readonly IOrganizationService service;
    private readonly EntityReference customer;

    public CustomerProducts(IOrganizationService service, EntityReference customer)
    {
        this.service = service;
        this.customer = customer;
    }

    /// <param name="history">All orders of the customer.</param>
    /// <param name="products">Whose purchases may have changed.</param>
    /// <param name="order">Because of which; null for one that was deleted.</param>
    public void Refresh(CustomerHistory history, ICollection<string> products, ReadOrder? order)
    {
        var batch = new RowBatch(service);
        var others = new Dictionary<string, ProductRhythm?>(StringComparer.Ordinal);
        foreach (string product in products.OrderBy(product => product, StringComparer.Ordinal))
        {
            ProductRhythm? rhythm = history.RhythmOf(product);
            if (rhythm is not null && NameOf(product, order) is { } name)
            {
                batch.Upsert(
                    WithFacts(RowOf(rhythm, DaysOf(product, order!.UsualDays)), product, name),
                    CustomerProductRow.Columns.Key);
            }
            else
            {
                others.Add(product, rhythm);
            }
        }

        if (others.Count > 0) RefreshOthers(others, batch);
        batch.Write();
    }

    /// <summary>Products of earlier orders, and those of which nothing is left: they keep their names.</summary>
    private void RefreshOthers(Dictionary<string, ProductRhythm?> products, RowBatch batch)
    {
        List<CustomerProductRow> rows = RowsOf(products.Keys);
        Dictionary<string, CustomerProductRow> known = rows.Where(IsOwn).ToDictionary(ProductOf);
        foreach (CustomerProductRow merged in rows.Where(row => !IsOwn(row) && row.Times > 0))
            batch.Update(merged, RowOf(null, null));
        IReadOnlyDictionary<string, decimal> usual = Usual(products.Keys);
        IReadOnlyDictionary<string, string> names = NamesOf(products
            .Where(product => product.Value is not null && !known.ContainsKey(product.Key))
            .Select(product => product.Key).ToArray());
        foreach (KeyValuePair<string, ProductRhythm?> product in products)
        {
            CustomerProductRow row = RowOf(product.Value, DaysOf(product.Key, usual));
            if (known.TryGetValue(product.Key, out CustomerProductRow? before)) batch.Update(before, row);
            else if (product.Value is not null)
                batch.Create(WithFacts(row, product.Key, NameOf(product.Key, names) ?? product.Key));
        }
    }

    /// <summary>Keeps a product away from the customer until a day.</summary>
    public void Reject(EntityReference product, DateTime until, RejectReason reason)
    {
        string id = Keys.Of(product.Id);
        var change = new CustomerProductRow { RejectedUntil = until, RejectReason = (int)reason };
        var batch = new RowBatch(service);
        if (RowsOf(new[] { id }).FirstOrDefault(IsOwn) is { } row) batch.Update(row, change);
        else
        {
            change.Times = 0;
            batch.Create(WithFacts(change, id, product.Name ?? id));
        }

        batch.Write();
    }

    /// <summary>
    /// By key, and by customer and product: a customer who was merged into this one left rows with keys of his own, and
    /// his orders are this one's now.
    /// </summary>
    private List<CustomerProductRow> RowsOf(IEnumerable<string> products)
    {
        string[] all = products.ToArray();
        var found = new List<CustomerProductRow>();
        for (int from = 0; from < all.Length; from += MostProducts)
        {
            string[] part = all.Skip(from).Take(MostProducts).ToArray();
            var query = new QueryExpression(CustomerProductRow.Table)
            {
                ColumnSet = new ColumnSet(CustomerProductRow.Columns.Key, CustomerProductRow.Columns.Times),
                Criteria = { FilterOperator = LogicalOperator.Or },
            };
            query.Criteria.AddCondition(
                CustomerProductRow.Columns.Key,
                ConditionOperator.In,
                part.Select(product => (object)Keys.OfCustomerProduct(customer.Id, product)).ToArray());
            FilterExpression merged = query.Criteria.AddFilter(LogicalOperator.And);
            merged.AddCondition(CustomerProductRow.Columns.CustomerId, ConditionOperator.Equal, customer.Id);
            merged.AddCondition(
                CustomerProductRow.Columns.ProductId,
                ConditionOperator.In,
                part.Select(product => (object)Keys.IdOf(product)).ToArray());
            found.AddRange(service.RetrieveMultiple(query).Entities.Select(row => row.ToEntity<CustomerProductRow>()));
        }

        return found;
    }

    private bool IsOwn(CustomerProductRow row) => row.Key == Keys.OfCustomerProduct(customer.Id, ProductOf(row));

    private static string ProductOf(CustomerProductRow row) => row.Key!.Substring(row.Key.IndexOf('-') + 1);

    private IReadOnlyDictionary<string, decimal> Usual(IEnumerable<string> products) => Keys
        .Find(
            service,
            ProductBasketRow.Table,
            ProductBasketRow.Columns.Key,
            products.Select(product => Keys.OfCount(product, BasketWindow.SameOrder)),
            ProductBasketRow.Columns.UsualDays)
        .Select(row => row.ToEntity<ProductBasketRow>())
        .Where(row => row.UsualDays is not null)
        .ToDictionary(row => row.Key!.Substring(0, row.Key.IndexOf('-')), row => row.UsualDays!.Value);

    /// <summary>Asked only where an order brings products of earlier orders along.</summary>
    private IReadOnlyDictionary<string, string> NamesOf(string[] products)
    {
        if (products.Length == 0) return new Dictionary<string, string>();
        var query = new QueryExpression(Product.Table) { ColumnSet = new ColumnSet(Product.Columns.Name) };
        query.Criteria.AddCondition(
            Product.Columns.Id, ConditionOperator.In, products.Select(product => (object)Keys.IdOf(product)).ToArray());
        return service.RetrieveMultiple(query).Entities.ToDictionary(
            row => Keys.Of(row.Id), row => row.Text(Product.Columns.Name) ?? Keys.Of(row.Id));
    }

    private CustomerProductRow WithFacts(CustomerProductRow row, string product, string name)
    {
        row.Name = name;
        row.Key = Keys.OfCustomerProduct(customer.Id, product);
        row.CustomerId = customer;
        row.ProductId = new EntityReference(Product.Table, Keys.IdOf(product));
        return row;
    }

    /// <summary>Null for a product that does not stand on the order.</summary>
    private static string? NameOf(string product, ReadOrder? order) =>
        order is null ? null : NameOf(product, order.Names);

    private static string? NameOf(string product, IReadOnlyDictionary<string, string> names) =>
        names.TryGetValue(product, out string? name) && name.Length > 0 ? name : null;

    private static double? DaysOf(string product, IReadOnlyDictionary<string, decimal> usual) =>
        usual.TryGetValue(product, out decimal days) ? (double)days : null;

    private static CustomerProductRow RowOf(ProductRhythm? rhythm, double? usual)
    {
        if (rhythm is null)
        {
            return new CustomerProductRow
            {
                Times = 0, GapDays = 0, Weight = 0, FirstOn = null, LastOn = null, IntervalDays = null, DueOn = null,
            };
        }

        double? days = rhythm.Rhythm.Interval(usual);
        return new CustomerProductRow
        {
            Times = rhythm.Rhythm.Times,
            GapDays = (int)rhythm.Rhythm.GapDays,
            Weight = Math.Round((decimal)rhythm.Weight, 6),
            FirstOn = rhythm.FirstOn.Midnight,
            LastOn = rhythm.Rhythm.Last,
            IntervalDays = days is { } interval ? Math.Round((decimal)interval, 2) : null,
            DueOn = days is { } wait ? rhythm.Rhythm.Last.AddDays(Math.Ceiling(wait)) : null,
        };
    }
}
