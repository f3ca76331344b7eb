using System;
using System.Linq;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Sales;

public sealed class DocumentConversionTests : IDisposable
{
    private readonly SalesWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void An_invoice_has_lines_and_totals_of_its_order()
    {
        Guid order = _world.Order(("freightamount", new Money(5m)), ("discountpercentage", 10m));
        _world.Service.Create(SalesWorld.Line(order, 2, 50m, discount: 10m, tax: 17.10m));
        _world.Service.Create(SalesWorld.Line(order, 1, 30m));

        ConvertSalesOrderToInvoiceRequest converting = new() { SalesOrderId = order, ColumnSet = new ColumnSet(true) };
        Entity invoice = ((ConvertSalesOrderToInvoiceResponse)_world.Service.Execute(converting)).Entity;

        Entity original = _world.Read("salesorder", order);
        foreach (string total in new[] { "totallineitemamount", "totaltax", "totaldiscountamount", "totalamount" })
        {
            Assert.Equal(original.GetAttributeValue<Money>(total).Value, _world.Amount("invoice", invoice.Id, total));
        }

        Assert.Equal(order, invoice.GetAttributeValue<EntityReference>("salesorderid").Id);
        Assert.StartsWith("INV-", invoice.GetAttributeValue<string>("invoicenumber"), StringComparison.Ordinal);
        Assert.Equal(2, _world.Service.RetrieveMultiple(new QueryExpression("invoicedetail")).Entities.Count);
        Assert.Equal(4, original.GetAttributeValue<OptionSetValue>("statecode").Value);
    }

    [Fact]
    public void A_fulfilled_order_stays_fulfilled_when_it_is_invoiced()
    {
        Guid order = _world.Order();
        _world.Service.Create(SalesWorld.Line(order, 1, 30m));
        _world.Fulfill(order);

        _world.Service.Execute(new ConvertSalesOrderToInvoiceRequest
        {
            SalesOrderId = order,
            ColumnSet = new ColumnSet("name"),
        });

        Assert.Equal(3, _world.Read("salesorder", order).GetAttributeValue<OptionSetValue>("statecode").Value);
    }

    [Fact]
    public void An_order_has_the_prices_of_its_quote_whatever_the_list_says_by_now()
    {
        Guid item = _world.ListPrice(20m);
        Guid quote = _world.Document("quote");
        _world.Service.Create(SalesWorld.Row("quotedetail",
            ("quoteid", SalesWorld.Ref("quote", quote)), ("productid", SalesWorld.Ref("product", _world.Product)),
            ("uomid", SalesWorld.Ref("uom", _world.Unit)), ("quantity", 3m)));
        _world.Update("productpricelevel", item, ("amount", new Money(99m)));

        Entity order = ((ConvertQuoteToSalesOrderResponse)_world.Service.Execute(new ConvertQuoteToSalesOrderRequest
        {
            QuoteId = quote,
            ColumnSet = new ColumnSet(true),
        })).Entity;

        Assert.Equal(60m, _world.Amount("salesorder", order.Id, "totalamount"));
        Assert.Equal(true, _world.Read("salesorder", order.Id)["ispricelocked"]);
        Assert.Equal(quote, order.GetAttributeValue<EntityReference>("quoteid").Id);
    }

    [Theory]
    [InlineData("quote")]
    [InlineData("invoice")]
    public void Quotes_and_invoices_are_priced_alike(string document)
    {
        Guid id = _world.Document(document, ("freightamount", new Money(4m)));

        _world.Service.Create(SalesWorld.Line(document, id, 2, 25m, discount: 5m, tax: 8.55m));

        Assert.Equal(45m, _world.Amount(document, id, "totallineitemamount"));
        Assert.Equal(57.55m, _world.Amount(document, id, "totalamount"));
    }

    [Fact]
    public void A_quote_is_won_by_its_own_message()
    {
        Guid quote = _world.Document("quote");
        _world.Update("quote", quote, ("statecode", new OptionSetValue(1)));

        _world.Service.Execute(new WinQuoteRequest
        {
            QuoteClose = SalesWorld.Row("quoteclose", ("quoteid", SalesWorld.Ref("quote", quote))),
            Status = new OptionSetValue(-1),
        });

        Assert.Equal(2, _world.Read("quote", quote).GetAttributeValue<OptionSetValue>("statecode").Value);
        Assert.Single(_world.Service.RetrieveMultiple(new QueryExpression("quoteclose")).Entities);
    }

    [Fact]
    public void An_invoice_is_paid_by_a_change_of_state_and_read_only_then()
    {
        Guid invoice = _world.Document("invoice");
        Guid line = _world.Service.Create(SalesWorld.Line("invoice", invoice, 1, 25m));

        _world.Update("invoice", invoice,
            ("statecode", new OptionSetValue(2)), ("statuscode", new OptionSetValue(100001)));

        Assert.Throws<System.ServiceModel.FaultException<OrganizationServiceFault>>(
            () => _world.Update("invoicedetail", line, ("quantity", 2m)));
    }
}
