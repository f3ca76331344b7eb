using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Stores;

/// <summary>
/// Sales orders as purchases. The header comes from an image where there is one: that costs no request.
/// </summary>
internal sealed class OrderReader
{
    private readonly IOrganizationService service;

    public OrderReader(IOrganizationService service) => this.service = service;

    public SalesOrder Read(Guid orderId)
    {
        var columns = new ColumnSet(
            SalesOrder.Columns.State,
            SalesOrder.Columns.OrderNumber,
            SalesOrder.Columns.CustomerId,
            SalesOrder.Columns.NetBase,
            SalesOrder.Columns.FreightBase,
            SalesOrder.Columns.GrossBase);
        return service.Retrieve(SalesOrder.Table, orderId, columns).ToEntity<SalesOrder>();
    }

    /// <summary>The purchase as its header tells it; enough to know whether it earns.</summary>
    public static Purchase HeaderOf(SalesOrder order) => WithLines(order, Array.Empty<PurchaseLine>());

    /// <summary>
    /// One request whatever the number of lines. An order with more lines than one page holds (5,000) is taken without
    /// them: its breakdown then has a single part.
    /// </summary>
    public Purchase ReadWithLines(SalesOrder order)
    {
        var query = new QueryExpression(SalesOrderDetail.Table)
        {
            ColumnSet = new ColumnSet(SalesOrderDetail.Columns.ExtendedBase, SalesOrderDetail.Columns.TaxBase),
        };
        query.Criteria.AddCondition(SalesOrderDetail.Columns.OrderId, ConditionOperator.Equal, order.Id);
        EntityCollection page = service.RetrieveMultiple(query);
        return page.MoreRecords ? HeaderOf(order) : WithLines(order, page.Entities.Select(LineOf).ToArray());
    }

    private static Purchase WithLines(SalesOrder order, IReadOnlyList<PurchaseLine> lines) => new()
    {
        DocumentId = order.Id,
        NetAmount = order.NetBase,
        FreightAmount = order.FreightBase,
        GrossAmount = order.GrossBase,
        Lines = lines,
    };

    private static PurchaseLine LineOf(Entity row)
    {
        SalesOrderDetail line = row.ToEntity<SalesOrderDetail>();
        decimal net = line.ExtendedBase - line.TaxBase;
        return new PurchaseLine { Id = line.Id, NetAmount = net, TaxAmount = line.TaxBase };
    }
}
