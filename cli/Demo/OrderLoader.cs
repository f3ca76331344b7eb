using System;
using System.Linq;
using CrmExtensions.Cli.Orders;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Cli.Demo;

/// <summary>
/// Takes one order through the platform as a user would: the order, its lines, then fulfilled or cancelled. Every
/// message passes the plugins; three requests an order, whatever the number of lines.
/// </summary>
internal sealed class OrderLoader(IOrganizationService service, MasterData data, OrderClock clock)
{
    private static readonly OptionSetValue DefaultStatus = new(-1);

    public void Load(Order order)
    {
        clock.AdvanceTo(order.OrderedOn);
        Guid id = service.Create(new Entity("salesorder")
        {
            ["ordernumber"] = order.Id,
            ["name"] = $"Order {order.Id}",
            ["customerid"] = data.Customer(order.CustomerId),
            ["submitdate"] = order.OrderedOn,
        });
        EntityReference reference = new("salesorder", id);
        EntityCollection lines = new([.. order.Lines.Select(line => Row(line, reference))])
        {
            EntityName = "salesorderdetail",
        };
        service.Execute(new CreateMultipleRequest { Targets = lines });
        Entity close = new("orderclose") { ["salesorderid"] = reference, ["subject"] = $"Order {order.Id}" };
        service.Execute(order.IsCancelled
            ? new CancelSalesOrderRequest { OrderClose = close, Status = DefaultStatus }
            : new FulfillSalesOrderRequest { OrderClose = close, Status = DefaultStatus });
    }

    private Entity Row(OrderLine line, EntityReference order)
    {
        LinePrice price = LinePrice.Of(line, data.Decimals);
        Entity row = new("salesorderdetail")
        {
            ["salesorderid"] = order,
            ["quantity"] = price.Quantity,
            ["priceperunit"] = new Money(price.PerUnit),
            ["isproductoverridden"] = price.IsWriteIn,
            ["ispriceoverridden"] = true,
        };
        if (price.Discount != 0) row["manualdiscountamount"] = new Money(price.Discount);
        if (price.IsWriteIn)
        {
            row["productdescription"] = line.ProductId;
        }
        else
        {
            row["productid"] = data.Product(line.ProductId);
            row["uomid"] = data.Unit;
        }

        return row;
    }
}
