using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.ServiceModel;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Churn;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Churn;

/// <summary>
/// All fulfilled orders of a customer, added up by day by the platform: one request, whatever the number of orders, and
/// another one for a customer who bought and returned something on the same day (and one more for every 5,000 days,
/// because a page of sums is no longer than any other). Counted anew each time, because then an order that was
/// cancelled, changed, moved or imported past our steps is right without further code (ADR 0013).
/// </summary>
internal sealed class OrderFactReader
{
    public const int RowLimit = -2147164125;

    private const string Query = @"<fetch aggregate='true'><entity name='salesorder'>
<attribute name='createdon' alias='year' groupby='true' dategrouping='year' usertimezone='false' />
<attribute name='createdon' alias='month' groupby='true' dategrouping='month' usertimezone='false' />
<attribute name='createdon' alias='day' groupby='true' dategrouping='day' usertimezone='false' />
<attribute name='totalamountlessfreight_base' alias='net' aggregate='sum' />
<attribute name='totalamountlessfreight_base' alias='least' aggregate='min' />
<attribute name='totalamountlessfreight_base' alias='most' aggregate='max' />
<attribute name='salesorderid' alias='orders' aggregate='count' />
<filter><condition attribute='customerid' operator='eq' value='{0}' />
<condition attribute='totalamountlessfreight_base' operator='{1}' value='0' />
<condition attribute='totalamountlessfreight_base' operator='not-null' />
<condition attribute='statecode' operator='in'><value>{2}</value><value>{3}</value></condition>{4}</filter>
<order alias='year' /><order alias='month' /><order alias='day' />
</entity></fetch>";

    private const string NotFree = "ne", Returned = "lt";

    private const string Behind = "<condition attribute='createdon' operator='ge' value='{0}T00:00:00Z' />";

    private readonly StepRun run;

    public OrderFactReader(StepRun run) => this.run = run;

    /// <summary>
    /// Null for a customer with more orders than the platform adds up (50,000), such as a collective account for
    /// walk-in customers. Inside a transaction the platform's fault ends the call.
    /// </summary>
    public OrderHistory? Read(Guid customerId)
    {
        try
        {
            IReadOnlyList<Entity> days = Rows(customerId, NotFree);
            return days.Any(IsMixed) ? Split(days, Rows(customerId, Returned)) : new OrderHistory(
                days.Select(row => new OrderFact(DayOf(row), NetOf(row))).ToArray(),
                days.Where(row => NetOf(row) > 0).Sum(OrdersOf));
        }
        catch (FaultException<OrganizationServiceFault> fault)
            when (fault.Detail.ErrorCode == RowLimit && !run.Context.IsInTransaction)
        {
            run.Trace("Too many orders to add up: " + fault.Message);
            return null;
        }
    }

    /// <summary>
    /// A further page begins behind the last day of the one before, which needs neither number nor cookie.
    /// </summary>
    private IReadOnlyList<Entity> Rows(Guid customerId, string sign)
    {
        var rows = new List<Entity>();
        EntityCollection page;
        string behind = "";
        do
        {
            page = run.System.RetrieveMultiple(new FetchExpression(string.Format(
                CultureInfo.InvariantCulture, Query, customerId, sign, SalesOrder.Fulfilled, SalesOrder.Invoiced,
                behind)));
            rows.AddRange(page.Entities);
            if (page.MoreRecords)
                behind = string.Format(
                    CultureInfo.InvariantCulture, Behind, DayOf(page.Entities[page.Entities.Count - 1]).AddDays(1));
        }
        while (page.MoreRecords);
        return rows;
    }

    /// <summary>Purchases and returns of one day: their sum says nothing.</summary>
    private static bool IsMixed(Entity row) =>
        Value<Money>(row, "least")?.Value < 0 && Value<Money>(row, "most")?.Value > 0;

    private static OrderHistory Split(IReadOnlyList<Entity> days, IReadOnlyList<Entity> returned)
    {
        Dictionary<Day, Entity> back = returned.ToDictionary(DayOf);
        var facts = new List<OrderFact>();
        int orders = 0;
        foreach (Entity day in days)
        {
            bool hasReturns = back.TryGetValue(DayOf(day), out Entity? less);
            decimal bought = NetOf(day) - (hasReturns ? NetOf(less!) : 0m);
            if (bought > 0) facts.Add(new OrderFact(DayOf(day), bought));
            if (hasReturns) facts.Add(new OrderFact(DayOf(day), NetOf(less!)));
            orders += OrdersOf(day) - (hasReturns ? OrdersOf(less!) : 0);
        }

        return new OrderHistory(facts, orders);
    }

    private static Day DayOf(Entity row) =>
        new(Value<int>(row, "year"), Value<int>(row, "month"), Value<int>(row, "day"));

    private static decimal NetOf(Entity row) => Value<Money>(row, "net")?.Value ?? 0m;

    private static int OrdersOf(Entity row) => Value<int>(row, "orders");

    private static T? Value<T>(Entity row, string alias) =>
        row.GetAttributeValue<AliasedValue>(alias)?.Value is T value ? value : default;
}
