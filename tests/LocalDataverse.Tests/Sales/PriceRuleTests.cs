using System;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Tests.Sales;

/// <summary>Rounding of price list items, decimals of quantities, owners of lines.</summary>
public sealed class PriceRuleTests : IDisposable
{
    private readonly SalesWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData(2, 1, "0.99", "72.99")]
    [InlineData(3, 1, "0.99", "71.99")]
    [InlineData(4, 1, "0.99", "71.99")]
    [InlineData(2, 1, "9.90", "79.90")]
    [InlineData(2, 2, "5.00", "75.00")]
    [InlineData(3, 2, "5.00", "70.00")]
    [InlineData(4, 2, "5.00", "70.00")]
    [InlineData(1, 2, "5.00", "72.00")]
    public void A_percentage_of_the_list_price_is_rounded(int policy, int option, string amount, string price)
    {
        Item(policy, option, decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture));

        Guid line = _world.Service.Create(_world.ProductLine(_world.Order(), 1));

        Assert.Equal(decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture),
            _world.Amount("salesorderdetail", line, "priceperunit"));
    }

    [Fact]
    public void Rounding_to_nothing_is_a_pricing_error()
    {
        Item(policy: 2, option: 2, amount: 0m);

        Guid line = _world.Service.Create(_world.ProductLine(_world.Order(), 1));

        Assert.Equal(22,
            _world.Read("salesorderdetail", line).GetAttributeValue<OptionSetValue>("pricingerrorcode").Value);
    }

    [Fact]
    public void A_quantity_has_no_more_decimals_than_its_product_allows()
    {
        _world.ListPrice(10m);
        _world.Update("product", _world.Product, ("quantitydecimal", 2));
        Guid order = _world.Order();

        Guid line = _world.Service.Create(_world.ProductLine(order, 1.25m));
        OrganizationServiceFault fault =
            TestEnvironment.FaultOf(() => _world.Service.Create(_world.ProductLine(order, 1.125m)));

        Assert.Equal(12.5m, _world.Amount("salesorderdetail", line, "extendedamount"));
        Assert.Equal(unchecked((int)0x80043b07), fault.ErrorCode);
        Assert.Equal("The number of decimal places on the quantity is invalid.", fault.Message);
        _world.Service.Create(SalesWorld.Line(order, 1.125m, 10m));
    }

    [Fact]
    public void Negative_lines_are_summed_discounts_of_the_header_are_not_negative()
    {
        Guid order = _world.Order();
        _world.Service.Create(SalesWorld.Line(order, 2, 50m));

        Guid returned = _world.Service.Create(SalesWorld.Line(order, -1, 50m, tax: -9.50m));

        Assert.Equal(-59.50m, _world.Amount("salesorderdetail", returned, "extendedamount"));
        Assert.Equal(40.50m, _world.Amount("salesorder", order, "totalamount"));
        TestEnvironment.FaultOf(() => _world.Update("salesorder", order, ("discountamount", new Money(-1m))));
        TestEnvironment.FaultOf(() => _world.Update("salesorder", order, ("discountpercentage", -1m)));
    }

    [Fact]
    public void Lines_go_with_their_order_to_its_new_owner_fulfilled_or_not()
    {
        Guid order = _world.Order();
        Guid line = _world.Service.Create(SalesWorld.Line(order, 1, 50m));
        _world.Fulfill(order);
        EntityReference system = new("systemuser", _world.Local.SystemUserId);

        _world.Service.Execute(new AssignRequest { Target = SalesWorld.Ref("salesorder", order), Assignee = system });

        Assert.Equal(system, _world.Read("salesorderdetail", line)["ownerid"]);
    }

    private void Item(int policy, int option, decimal amount) => _world.Create("productpricelevel",
        ("pricelevelid", SalesWorld.Ref("pricelevel", _world.PriceLevel)),
        ("productid", SalesWorld.Ref("product", _world.Product)), ("uomid", SalesWorld.Ref("uom", _world.Unit)),
        ("pricingmethodcode", new OptionSetValue(2)), ("percentage", 90m),
        ("roundingpolicycode", new OptionSetValue(policy)), ("roundingoptioncode", new OptionSetValue(option)),
        ("roundingoptionamount", new Money(amount)));
}
