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
/// Reads what an order says about purchases, in one request. Fulfilled and invoiced orders count. Write-ins have no
/// product, parts of a bundle were not chosen one by one, and what costs nothing was not bought.
/// </summary>
internal sealed class OrderReader
{
    private const string Line = "line", Sold = "product";

    private readonly IOrganizationService service;

    public OrderReader(IOrganizationService service) => this.service = service;

    /// <summary>Null for an order that was deleted.</summary>
    public ReadOrder? Find(Guid orderId)
    {
        IReadOnlyList<Entity> rows = service.RetrieveMultiple(Query(orderId)).Entities.ToArray();
        if (rows.Count == 0) return null;
        int? state = rows[0].GetAttributeValue<OptionSetValue>(SalesOrder.Columns.State)?.Value;
        bool isObjected = ProfilingObjection.IsLinkedTo(rows[0]);
        bool counts = state is SalesOrder.Fulfilled or SalesOrder.Invoiced;
        DateTime? on = rows[0].Moment(SalesOrder.Columns.SubmittedOn) ?? rows[0].Moment(SalesOrder.Columns.CreatedOn);
        return new ReadOrder
        {
            Number = rows[0].Text(SalesOrder.Columns.OrderNumber) ?? Keys.Of(orderId),
            Customer = isObjected ? null : rows[0].Link(SalesOrder.Columns.CustomerId),
            Objector = isObjected ? rows[0].Link(SalesOrder.Columns.CustomerId) : null,
            On = Day.Of(on ?? default),
            Lines = counts ? rows.SelectMany(LinesOf).ToArray() : Array.Empty<BasketLine>(),
            Names = NamesOf(rows),
        };
    }

    private static QueryExpression Query(Guid orderId)
    {
        var query = new QueryExpression(SalesOrder.Table)
        {
            ColumnSet = new ColumnSet(
                SalesOrder.Columns.State, SalesOrder.Columns.CustomerId, SalesOrder.Columns.OrderNumber,
                SalesOrder.Columns.SubmittedOn, SalesOrder.Columns.CreatedOn),
        };
        query.Criteria.AddCondition(SalesOrder.Columns.Id, ConditionOperator.Equal, orderId);
        ProfilingObjection.AddTo(query, SalesOrder.Columns.CustomerId);
        LinkEntity line = query.AddLink(
            EarningLine.OrderLineTable, SalesOrder.Columns.Id, SalesOrder.Columns.Id, JoinOperator.LeftOuter);
        line.EntityAlias = Line;
        line.Columns = new ColumnSet(
            EarningLine.Columns.ProductId, EarningLine.Columns.Quantity, EarningLine.Columns.ExtendedBase);
        line.LinkCriteria.AddCondition(EarningLine.Columns.ProductId, ConditionOperator.NotNull);
        line.LinkCriteria.AddCondition(EarningLine.Columns.ParentBundleId, ConditionOperator.Null);
        LinkEntity product = line.AddLink(
            Product.Table, EarningLine.Columns.ProductId, Product.Columns.Id, JoinOperator.LeftOuter);
        product.EntityAlias = Sold;
        product.Columns = new ColumnSet(Product.Columns.ParentId, Product.Columns.Name);
        return query;
    }

    private static IEnumerable<BasketLine> LinesOf(Entity row)
    {
        if (row.Linked<EntityReference>(Line, EarningLine.Columns.ProductId) is not { } product) yield break;
        decimal quantity = row.Linked<decimal>(Line, EarningLine.Columns.Quantity);
        decimal amount = row.Linked<Money>(Line, EarningLine.Columns.ExtendedBase)?.Value ?? 0m;
        Guid? family = row.Linked<EntityReference>(Sold, Product.Columns.ParentId)?.Id;
        string families = family is { } id ? Keys.Of(id) : "";
        if (quantity > 0 && amount > 0) yield return new BasketLine(Keys.Of(product.Id), quantity, families);
        else if (quantity < 0 || amount < 0)
            yield return new BasketLine(Keys.Of(product.Id), -Math.Abs(quantity), families);
    }

    private static IReadOnlyDictionary<string, string> NamesOf(IEnumerable<Entity> rows)
    {
        var names = new Dictionary<string, string>();
        foreach (Entity row in rows)
        {
            if (row.Linked<EntityReference>(Line, EarningLine.Columns.ProductId) is { } product)
                names[Keys.Of(product.Id)] = row.Linked<string>(Sold, Product.Columns.Name) ?? "";
        }

        return names;
    }
}
