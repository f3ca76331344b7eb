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
/// Reads what an order says about purchases, and what its products and the settings say about them, in one request:
/// minutes after every order this is asked. Fulfilled and invoiced orders count. Write-ins have no
/// product, parts of a bundle were not chosen one by one, and what costs nothing was not bought.
/// </summary>
internal sealed class OrderReader
{
    private const string Line = "line", Sold = "product", Counts = "counts", Unit = "unit", Setting = "settings";

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
            UsualDays = UsualDaysOf(rows),
            WindowDays = WindowDaysOf(rows[0]),
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
        AddLines(query);
        AddSettings(query);
        return query;
    }

    private static void AddLines(QueryExpression query)
    {
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
        LinkEntity counts = line.AddLink(
            ProductBasketRow.Table,
            EarningLine.Columns.ProductId,
            ProductBasketRow.Columns.ProductId,
            JoinOperator.LeftOuter);
        counts.EntityAlias = Counts;
        counts.Columns = new ColumnSet(ProductBasketRow.Columns.UsualDays);
        counts.LinkCriteria.AddCondition(
            ProductBasketRow.Columns.Window, ConditionOperator.Equal, Choice.First + (int)BasketWindow.SameOrder);
    }

    /// <summary>Order, its business unit, the settings of the same organisation.</summary>
    private static void AddSettings(QueryExpression query)
    {
        LinkEntity unit = query.AddLink(
            BusinessUnit.Table, BusinessUnit.OfRow, BusinessUnit.Columns.Id, JoinOperator.LeftOuter);
        unit.EntityAlias = Unit;
        unit.Columns = new ColumnSet(BusinessUnit.Columns.Organization);
        LinkEntity settings = unit.AddLink(
            CrossSellSettingsRow.Table,
            BusinessUnit.Columns.Organization,
            CrossSellSettingsRow.Columns.Organization,
            JoinOperator.LeftOuter);
        settings.EntityAlias = Setting;
        settings.Columns = new ColumnSet(CrossSellSettingsRow.Columns.WindowDays);
        settings.LinkCriteria.AddCondition(CrossSellSettingsRow.Columns.Key, ConditionOperator.Equal, Keys.Settings);
    }

    /// <summary>Without its business unit nothing is said about settings.</summary>
    private static int? WindowDaysOf(Entity row) =>
        row.Linked<EntityReference>(Unit, BusinessUnit.Columns.Organization) is null
            ? null
            : SettingsStore.WindowDaysOf(row.Linked<int?>(Setting, CrossSellSettingsRow.Columns.WindowDays));

    private static IReadOnlyDictionary<string, decimal> UsualDaysOf(IEnumerable<Entity> rows)
    {
        var days = new Dictionary<string, decimal>();
        foreach (Entity row in rows)
        {
            if (row.Linked<EntityReference>(Line, EarningLine.Columns.ProductId) is { } product
                && row.Linked<decimal?>(Counts, ProductBasketRow.Columns.UsualDays) is { } usual)
                days[Keys.Of(product.Id)] = usual;
        }

        return days;
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
