using System;
using System.Globalization;
using System.Linq;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Churn;

/// <summary>
/// An order as an assessment has counted it last: by its mark, a second event about the same state of the same order
/// sees that there is nothing to do.
/// </summary>
internal sealed class CountedOrder
{
    private const string Insight = "insight";

    private readonly Entity row;

    private CountedOrder(Entity row) => this.row = row;

    /// <summary>With its state, and the quote that it was made of.</summary>
    public Entity Order => row;

    public EntityReference? Customer => row.Link(SalesOrder.Columns.CustomerId);

    public string Mark => MarkOf(row.ToEntity<SalesOrder>());

    /// <summary>The assessment of its customer was made by the order as it is now.</summary>
    public bool IsCounted => row.Linked<string>(Insight, CustomerInsightRow.Columns.CountedOrder) == Mark;

    /// <summary>Id, state and moment of the last change.</summary>
    public static string MarkOf(SalesOrder order) => string.Format(
        CultureInfo.InvariantCulture,
        "{0:N}-{1}-{2:yyyyMMddHHmmss}",
        order.Id,
        order.State,
        order.Moment(SalesOrder.Columns.ModifiedOn));

    /// <summary>Null if the order was deleted.</summary>
    public static CountedOrder? Find(IOrganizationService service, Guid orderId)
    {
        var query = new QueryExpression(SalesOrder.Table)
        {
            ColumnSet = new ColumnSet(
                SalesOrder.Columns.State, SalesOrder.Columns.CustomerId, SalesOrder.Columns.ModifiedOn,
                SalesDocument.QuoteOfOrder),
        };
        query.Criteria.AddCondition(SalesOrder.Columns.Id, ConditionOperator.Equal, orderId);
        LinkEntity insight = query.AddLink(
            CustomerInsightRow.Table,
            SalesOrder.Columns.CustomerId,
            CustomerInsightRow.Columns.CustomerId,
            JoinOperator.LeftOuter);
        insight.EntityAlias = Insight;
        insight.Columns = new ColumnSet(CustomerInsightRow.Columns.CountedOrder);
        return service.RetrieveMultiple(query).Entities.Select(found => new CountedOrder(found)).FirstOrDefault();
    }
}
