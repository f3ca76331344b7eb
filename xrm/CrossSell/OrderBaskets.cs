using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain;
using CrmExtensions.Domain.CrossSell;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
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
    private int windowDays;
    private Day? before;

    public OrderBaskets(StepRun run) => this.run = run;

    public void Refresh(Guid orderId)
    {
        ReadOrder? order = new OrderReader(run.System).Find(orderId);
        string key = Keys.Of(orderId);
        List<OrderBasketRow> rows = RowsOf(key, order?.Customer);
        OrderBasketRow? known = rows.FirstOrDefault(row => row.Key == key)
            ?? (IsBehindTheCut(rows, order) ? RowsOf(key, null).FirstOrDefault() : null);
        if (known is null && order is not { Lines.Count: > 0 })
        {
            run.NothingToDo("the order holds no purchase.");
            return;
        }

        known = Unlinked(order, known);
        EntityReference? customer = order is null ? known?.CustomerId : order.Customer;
        if (order is null && customer is not null) rows = RowsOf(key, customer);
        windowDays = order?.WindowDays ?? SettingsStore.SettingsOf(new SettingsStore(run.System).Read()).WindowDays;
        before = known?.OrderedOn is { } on ? Day.Of(on) : null;
        rows.RemoveAll(row => row.Key == key);
        OrderBasketRow now = RowOf(order, known, key, customer);
        rows.Add(now);
        var history = new CustomerHistory(rows.Select(OrderOf));
        HashSet<string> touched = Write(rows, history, now);
        if (customer is null) return;
        new CustomerProducts(run.System, customer).Refresh(history, touched, order);
    }

    /// <summary>The customer objects to profiling by now, and the row still says who bought.</summary>
    private OrderBasketRow? Unlinked(ReadOrder? order, OrderBasketRow? known)
    {
        if (order?.Objector is not { } objector || known?.CustomerId?.Id != objector.Id) return known;
        new PurchaseErasure(run.System).ForgetProfile(objector);
        return RowsOf(known!.Key!, null).FirstOrDefault();
    }

    /// <summary>Only then may the order have a row that is not among the latest of its customer.</summary>
    private static bool IsBehindTheCut(List<OrderBasketRow> latest, ReadOrder? order) =>
        latest.Count >= MostOrders
        && !(order is not null && latest[MostOrders - 1].OrderedOn is { } first && order.On.Midnight >= first);

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
        Day[] changed = ChangedDays(rows, baskets, now);
        foreach (OrderBasketRow row in rows)
        {
            CustomerBasket basket = baskets[row.Key!];
            if (!changed.Any(day => basket.On.DaysSince(day) >= 0 && basket.On.DaysSince(day) <= windowDays)) continue;
            bool isAtTheCut = isCut && basket.On.DaysSince(history.Baskets[0].On) <= windowDays;
            if (isAtTheCut && !ReferenceEquals(row, now)) continue;
            OrderBasketRow next = NextOf(row, basket, history);
            bool isNow = ReferenceEquals(row, now);
            bool isSame = (row.Products ?? "") == next.Products && (row.WindowProducts ?? "") == next.WindowProducts;
            if (!isNow && isSame) continue;
            touched.UnionWith(ProductList.Read(row.Products));
            touched.UnionWith(basket.Products);
            if (isNow) CopyFacts(now, next);
            if (row.Id == Guid.Empty && isCut) batch.Upsert(next, OrderBasketRow.Columns.Key);
            else if (row.Id == Guid.Empty) batch.Create(next);
            else batch.Update(row, next);
        }

        batch.Write();
        return touched;
    }

    /// <summary>
    /// Of the order now and before, of baskets that lose or regain something by it, and of those that belong to the
    /// customer again and have no window yet. Only windows that reach back to
    /// one of these days can differ: the others of a long history are left alone.
    /// </summary>
    private Day[] ChangedDays(
        List<OrderBasketRow> rows, Dictionary<string, CustomerBasket> baskets, OrderBasketRow now)
    {
        List<Day> days = rows
            .Where(row => ReferenceEquals(row, now)
                || (row.Products ?? "") != ProductList.Write(baskets[row.Key!].Products)
                || (baskets[row.Key!].Products.Count > 0 && string.IsNullOrEmpty(row.WindowProducts)))
            .Select(row => baskets[row.Key!].On)
            .ToList();
        if (before is { } day) days.Add(day);
        return days.Distinct().ToArray();
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

    /// <summary>The order's own row and the latest of its customer, in one request.</summary>
    private List<OrderBasketRow> RowsOf(string key, EntityReference? customer)
    {
        var query = new QueryExpression(OrderBasketRow.Table)
        {
            ColumnSet = new ColumnSet(
                OrderBasketRow.Columns.Key, OrderBasketRow.Columns.Name, OrderBasketRow.Columns.CustomerId,
                OrderBasketRow.Columns.OrderedOn, OrderBasketRow.Columns.Lines, OrderBasketRow.Columns.Products,
                OrderBasketRow.Columns.WindowProducts, OrderBasketRow.Columns.Counted),
            TopCount = MostOrders,
        };
        query.Criteria.FilterOperator = LogicalOperator.Or;
        query.Criteria.AddCondition(OrderBasketRow.Columns.Key, ConditionOperator.Equal, key);
        if (customer is not null)
            query.Criteria.AddCondition(OrderBasketRow.Columns.CustomerId, ConditionOperator.Equal, customer.Id);
        query.AddOrder(OrderBasketRow.Columns.OrderedOn, OrderType.Descending);
        return run.System.RetrieveMultiple(query).Entities.Select(row => row.ToEntity<OrderBasketRow>()).ToList();
    }

    private static CustomerOrder OrderOf(OrderBasketRow row) =>
        new CustomerOrder(row.Key!, Day.Of(row.OrderedOn ?? default), BasketLine.Read(row.Lines));
}
