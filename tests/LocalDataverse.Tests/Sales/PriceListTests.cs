using System;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Tests.Sales;

public sealed class PriceListTests : IDisposable
{
    private readonly SalesWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void A_product_takes_its_price_from_the_price_list_of_the_order()
    {
        _world.ListPrice(24.90m);
        Guid order = _world.Order();
        Entity line = _world.ProductLine(order, 2);
        line["priceperunit"] = new Money(1m);

        Guid id = _world.Service.Create(line);

        Assert.Equal(24.90m, _world.Amount("salesorderdetail", id, "priceperunit"));
        Assert.Equal(49.80m, _world.Amount("salesorder", order, "totalamount"));
        Assert.Equal("Chair", _world.Read("salesorderdetail", id)["productname"]);
    }

    [Fact]
    public void An_overridden_price_stays()
    {
        _world.ListPrice(24.90m);
        Guid order = _world.Order();
        Entity line = _world.ProductLine(order, 2);
        line["ispriceoverridden"] = true;
        line["priceperunit"] = new Money(20m);

        Guid id = _world.Service.Create(line);

        Assert.Equal(20m, _world.Amount("salesorderdetail", id, "priceperunit"));
        Assert.Equal(40m, _world.Amount("salesorderdetail", id, "extendedamount"));
    }

    [Theory]
    [InlineData(2, 90, 72)]
    [InlineData(3, 50, 60)]
    [InlineData(4, 50, 80)]
    public void A_price_can_be_a_percentage_of_list_price_or_cost(int method, int percentage, int price)
    {
        _world.Create("productpricelevel",
            ("pricelevelid", SalesWorld.Ref("pricelevel", _world.PriceLevel)),
            ("productid", SalesWorld.Ref("product", _world.Product)), ("uomid", SalesWorld.Ref("uom", _world.Unit)),
            ("pricingmethodcode", new OptionSetValue(method)), ("percentage", (decimal)percentage));

        Guid id = _world.Service.Create(_world.ProductLine(_world.Order(), 1));

        Assert.Equal(price, _world.Amount("salesorderdetail", id, "priceperunit"));
    }

    [Fact]
    public void A_discount_list_gives_a_volume_discount_a_unit()
    {
        Guid discounts = _world.Create("discounttype", ("name", "Volume"), ("isamounttype", false));
        _world.Create("discount", ("discounttypeid", SalesWorld.Ref("discounttype", discounts)),
            ("lowquantity", 10m), ("highquantity", 100m), ("percentage", 10m));
        Guid item = _world.ListPrice(20m);
        _world.Update("productpricelevel", item, ("discounttypeid", SalesWorld.Ref("discounttype", discounts)));
        Guid order = _world.Order();

        Guid few = _world.Service.Create(_world.ProductLine(order, 9));
        Guid many = _world.Service.Create(_world.ProductLine(order, 10));

        Assert.Equal(180m, _world.Amount("salesorderdetail", few, "baseamount"));
        Assert.Equal(2m, _world.Amount("salesorderdetail", many, "volumediscountamount"));
        Assert.Equal(180m, _world.Amount("salesorderdetail", many, "baseamount"));
        Assert.Equal(0m, _world.Amount("salesorder", order, "totaldiscountamount"));
    }

    [Fact]
    public void A_product_that_the_price_list_does_not_have_is_marked_on_line_and_order()
    {
        Guid order = _world.Order();

        Guid line = _world.Service.Create(_world.ProductLine(order, 1));

        Assert.Equal(11, Choice("salesorderdetail", line));
        Assert.Equal(1, Choice("salesorder", order));
        Assert.Equal(0m, _world.Amount("salesorderdetail", line, "extendedamount"));
    }

    [Fact]
    public void The_mark_on_the_order_goes_with_the_last_faulty_line()
    {
        Guid order = _world.Order();
        Guid line = _world.Service.Create(_world.ProductLine(order, 1));

        _world.Update("salesorderdetail", line, ("ispriceoverridden", true), ("priceperunit", new Money(5m)));

        Assert.Equal(0, Choice("salesorderdetail", line));
        Assert.Equal(0, Choice("salesorder", order));
        Assert.Equal(5m, _world.Amount("salesorder", order, "totalamount"));
    }

    [Fact]
    public void Locked_prices_do_not_follow_the_price_list()
    {
        Guid item = _world.ListPrice(20m);
        Guid order = _world.Order();
        Guid line = _world.Service.Create(_world.ProductLine(order, 1));
        OrganizationRequest locking = new("LockSalesOrderPricing") { ["SalesOrderId"] = order };
        _world.Service.Execute(locking);
        _world.Update("productpricelevel", item, ("amount", new Money(30m)));

        _world.Update("salesorderdetail", line, ("quantity", 2m));
        Assert.Equal(40m, _world.Amount("salesorder", order, "totalamount"));

        _world.Service.Execute(new OrganizationRequest("UnlockSalesOrderPricing") { ["SalesOrderId"] = order });
        _world.Update("salesorderdetail", line, ("quantity", 3m));
        Assert.Equal(90m, _world.Amount("salesorder", order, "totalamount"));
    }

    [Fact]
    public void A_product_line_needs_a_unit()
    {
        Entity line = _world.ProductLine(_world.Order(), 1);
        line.Attributes.Remove("uomid");

        FaultException<OrganizationServiceFault> refused = Assert.Throws<FaultException<OrganizationServiceFault>>(
            () => _world.Service.Create(line));

        Assert.Equal("The unit id is missing.", refused.Detail.Message);
    }

    private int Choice(string table, Guid id) =>
        _world.Read(table, id).GetAttributeValue<OptionSetValue>("pricingerrorcode").Value;
}
