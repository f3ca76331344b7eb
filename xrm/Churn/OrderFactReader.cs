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
/// All fulfilled orders of a customer, added up by day by the platform: two requests, whatever the number of orders
/// (and one more for every 5,000 days, because a page of sums is no longer than any other). Counted anew each time,
/// because then an order that was cancelled, changed, moved or imported past our steps is right without further code
/// (ADR 0013).
/// </summary>
internal sealed class OrderFactReader
{
    public const int RowLimit = -2147164125;

    private const string Query = @"<fetch aggregate='true'><entity name='salesorder'>
<attribute name='createdon' alias='year' groupby='true' dategrouping='year' usertimezone='false' />
<attribute name='createdon' alias='month' groupby='true' dategrouping='month' usertimezone='false' />
<attribute name='createdon' alias='day' groupby='true' dategrouping='day' usertimezone='false' />
<attribute name='totalamountlessfreight_base' alias='net' aggregate='sum' />
<attribute name='salesorderid' alias='orders' aggregate='count' />
<filter><condition attribute='customerid' operator='eq' value='{0}' />
<condition attribute='totalamountlessfreight_base' operator='{1}' value='0' />
<condition attribute='statecode' operator='in'><value>{2}</value><value>{3}</value></condition>{4}</filter>
<order alias='year' /><order alias='month' /><order alias='day' />
</entity></fetch>";

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
            IReadOnlyList<Entity> purchases = Rows(customerId, "gt");
            IReadOnlyList<Entity> returns = Rows(customerId, "lt");
            return new OrderHistory(
                purchases.Concat(returns).Select(FactOf).OrderBy(fact => fact.On).ToArray(),
                purchases.Sum(row => Value<int>(row, "orders")));
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

    private static Day DayOf(Entity row) =>
        new(Value<int>(row, "year"), Value<int>(row, "month"), Value<int>(row, "day"));

    private static OrderFact FactOf(Entity row) => new(DayOf(row), Value<Money>(row, "net")?.Value ?? 0m);

    private static T? Value<T>(Entity row, string alias) =>
        row.GetAttributeValue<AliasedValue>(alias)?.Value is T value ? value : default;
}
