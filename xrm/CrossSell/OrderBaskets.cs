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
/// Brings the basket of one order up to date, and with it whatever it changes of the same customer: earlier baskets
/// that lose what came back, later windows, rhythms. Doing it twice changes nothing, whatever happened to the order.
/// </summary>
internal sealed class OrderBaskets
{
    /// <summary>Orders of a customer that are looked at, the latest: a cash customer has thousands.</summary>
    private const int MostOrders = 500;

    private readonly StepRun run;
    private readonly int windowDays;

    public OrderBaskets(StepRun run, RecommendSettings settings)
    {
        this.run = run;
        windowDays = settings.WindowDays;
    }

    public void Refresh(Guid orderId)
    {
        ReadOrder? order = new OrderReader(run.System).Find(orderId);
        string key = Keys.Of(orderId);
        OrderBasketRow? known = Find(key);
        if (known is null && order is not { Lines.Count: > 0 })
        {
            run.NothingToDo("the order holds no purchase.");
            return;
        }

        known = Unlinked(order, known);
        EntityReference? customer = order is null ? known?.CustomerId : order.Customer;
        List<OrderBasketRow> rows = customer is null ? new List<OrderBasketRow>() : RowsOf(customer);
        rows.RemoveAll(row => row.Key == key);
        OrderBasketRow now = RowOf(order, known, key, customer);
        rows.Add(now);
        var history = new CustomerHistory(rows.Select(OrderOf));
        HashSet<string> touched = Write(rows, history, now);
        if (customer is null) return;
        new CustomerProducts(run.System, customer).Refresh(history, touched, order?.Names);
    }

    /// <summary>The customer objects to profiling by now, and the row still says who bought.</summary>
    private OrderBasketRow? Unlinked(ReadOrder? order, OrderBasketRow? known)
    {
        if (order?.Objector is not { } objector || known?.CustomerId?.Id != objector.Id) return known;
        new PurchaseErasure(run.System).ForgetProfile(objector);
        return Find(known!.Key!);
    }

    private static OrderBasketRow RowOf(
        ReadOrder? order, OrderBasketRow? known, string key, EntityReference? customer)
    {
        var row = new OrderBasketRow
        {
            Key = key,
            OrderId = Keys.IdOf(key).ToString("D"),
            Name = order?.Number ?? known?.Name ?? key,
            CustomerId = customer,
            OrderedOn = order?.On.Midnight ?? known?.OrderedOn,
            Lines = order is null ? "" : BasketLine.Write(order.Lines),
            Products = known?.Products,
            Counted = known?.Counted,
        };
        if (known is null) return row;
        row.Id = known.Id;
        row.RowVersion = known.RowVersion;
        return row;
    }

    /// <returns>Products whose purchases have changed.</returns>
    private HashSet<string> Write(List<OrderBasketRow> rows, CustomerHistory history, OrderBasketRow now)
    {
        var touched = new HashSet<string>(BasketLine.Read(now.Lines).Select(line => line.Product));
        Dictionary<string, CustomerBasket> baskets = history.Baskets.ToDictionary(basket => basket.Order);
        var batch = new RowBatch(run.System);
        bool isCut = rows.Count >= MostOrders;
        foreach (OrderBasketRow row in rows)
        {
            CustomerBasket basket = baskets[row.Key!];
            bool isAtTheCut = isCut && basket.On.DaysSince(history.Baskets[0].On) <= windowDays;
            if (isAtTheCut && !ReferenceEquals(row, now)) continue;
            OrderBasketRow next = NextOf(row, basket, history);
            bool isNow = ReferenceEquals(row, now);
            if (!isNow && row.Products == next.Products && row.WindowProducts == next.WindowProducts) continue;
            touched.UnionWith(ProductList.Read(row.Products));
            touched.UnionWith(basket.Products);
            if (isNow) CopyFacts(now, next);
            if (row.Id == Guid.Empty) batch.Create(next);
            else batch.Update(row, next);
        }

        batch.Write();
        return touched;
    }

    private OrderBasketRow NextOf(OrderBasketRow row, CustomerBasket basket, CustomerHistory history)
    {
        IReadOnlyList<string> window = history.WindowOf(basket, windowDays);
        var counted = new CountedBasket
        {
            Group = BasketCounting.GroupOf(row.CustomerId),
            Order = basket.Products,
            WithinDays = row.CustomerId is null ? Array.Empty<string>() : window,
            Categories = basket.Families,
        };
        return new OrderBasketRow
        {
            Products = ProductList.Write(counted.Order),
            WindowProducts = ProductList.Write(counted.WithinDays),
            Categories = ProductList.Write(counted.Categories),
            IsPending = counted.ToText() != (row.Counted ?? ""),
        };
    }

    private static void CopyFacts(OrderBasketRow now, OrderBasketRow next)
    {
        next.Name = now.Name;
        next.Key = now.Key;
        next.OrderId = now.OrderId;
        next.CustomerId = now.CustomerId;
        next.OrderedOn = now.OrderedOn;
        next.Lines = now.Lines;
    }

    private OrderBasketRow? Find(string key) => Rows(OrderBasketRow.Columns.Key, key).FirstOrDefault();

    private List<OrderBasketRow> RowsOf(EntityReference customer) =>
        Rows(OrderBasketRow.Columns.CustomerId, customer.Id);

    private List<OrderBasketRow> Rows(string column, object value)
    {
        var query = new QueryExpression(OrderBasketRow.Table)
        {
            ColumnSet = new ColumnSet(
                OrderBasketRow.Columns.Key, OrderBasketRow.Columns.Name, OrderBasketRow.Columns.CustomerId,
                OrderBasketRow.Columns.OrderedOn, OrderBasketRow.Columns.Lines, OrderBasketRow.Columns.Products,
                OrderBasketRow.Columns.WindowProducts, OrderBasketRow.Columns.Counted),
            TopCount = MostOrders,
        };
        query.Criteria.AddCondition(column, ConditionOperator.Equal, value);
        query.AddOrder(OrderBasketRow.Columns.OrderedOn, OrderType.Descending);
        return run.System.RetrieveMultiple(query).Entities.Select(row => row.ToEntity<OrderBasketRow>()).ToList();
    }

    private static CustomerOrder OrderOf(OrderBasketRow row) =>
        new CustomerOrder(row.Key!, Day.Of(row.OrderedOn ?? default), BasketLine.Read(row.Lines));
}
