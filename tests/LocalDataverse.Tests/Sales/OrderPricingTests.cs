using System;
using System.Linq;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Tests.Import;

namespace Dataverse.Local.Tests.Sales;

public sealed class OrderPricingTests : IDisposable
{
    private readonly SalesWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void A_line_has_amount_and_extended_amount()
    {
        Guid order = _world.Order();

        Guid line = _world.Service.Create(SalesWorld.Line(order, 3, 19.99m, discount: 5m, tax: 10.45m));

        Assert.Equal(59.97m, _world.Amount("salesorderdetail", line, "baseamount"));
        Assert.Equal(65.42m, _world.Amount("salesorderdetail", line, "extendedamount"));
        Assert.Equal("Freight pallet", _world.Read("salesorderdetail", line)["productname"]);
    }

    [Fact]
    public void The_header_sums_lines_discounts_freight_and_tax()
    {
        Guid order = _world.Order(
            ("discountamount", new Money(10m)), ("discountpercentage", 5m), ("freightamount", new Money(7.50m)));
        _world.Service.Create(SalesWorld.Line(order, 2, 100m, discount: 20m, tax: 34.20m));
        _world.Service.Create(SalesWorld.Line(order, 1, 60m, tax: 11.40m));

        Entity header = _world.Read("salesorder", order);
        Assert.Equal(240m, Money(header, "totallineitemamount"));
        Assert.Equal(20m, Money(header, "totallineitemdiscountamount"));
        Assert.Equal(45.60m, Money(header, "totaltax"));
        Assert.Equal(218m, Money(header, "totalamountlessfreight"));
        Assert.Equal(42m, Money(header, "totaldiscountamount"));
        Assert.Equal(271.10m, Money(header, "totalamount"));
        Assert.Equal(271.10m, Money(header, "totalamount_base"));
    }

    [Fact]
    public void A_new_order_has_totals_of_zero()
    {
        Guid order = _world.Order(("freightamount", new Money(9m)));

        Assert.Equal(0m, _world.Amount("salesorder", order, "totallineitemamount"));
        Assert.Equal(9m, _world.Amount("salesorder", order, "totalamount"));
    }

    [Fact]
    public void Changing_a_line_changes_the_header()
    {
        Guid order = _world.Order();
        Guid line = _world.Service.Create(SalesWorld.Line(order, 2, 50m, tax: 19m));
        _world.Service.Create(SalesWorld.Line(order, 1, 10m));

        _world.Update("salesorderdetail", line, ("quantity", 3m), ("tax", new Money(28.50m)));

        Assert.Equal(150m, _world.Amount("salesorderdetail", line, "baseamount"));
        Assert.Equal(160m, _world.Amount("salesorder", order, "totallineitemamount"));
        Assert.Equal(188.50m, _world.Amount("salesorder", order, "totalamount"));
    }

    [Fact]
    public void Deleting_a_line_takes_it_off_the_header()
    {
        Guid order = _world.Order();
        Guid line = _world.Service.Create(SalesWorld.Line(order, 2, 50m, discount: 10m, tax: 17.10m));
        _world.Service.Create(SalesWorld.Line(order, 1, 10m));

        _world.Service.Delete("salesorderdetail", line);

        Entity header = _world.Read("salesorder", order);
        Assert.Equal(10m, Money(header, "totallineitemamount"));
        Assert.Equal(0m, Money(header, "totallineitemdiscountamount"));
        Assert.Equal(0m, Money(header, "totaltax"));
        Assert.Equal(10m, Money(header, "totalamount"));
    }

    [Fact]
    public void A_line_that_moves_to_another_order_moves_its_amounts()
    {
        Guid from = _world.Order();
        Guid to = _world.Order();
        Guid line = _world.Service.Create(SalesWorld.Line(from, 1, 30m));

        _world.Update("salesorderdetail", line, ("salesorderid", SalesWorld.Ref("salesorder", to)));

        Assert.Equal(0m, _world.Amount("salesorder", from, "totalamount"));
        Assert.Equal(30m, _world.Amount("salesorder", to, "totalamount"));
    }

    [Fact]
    public void Freight_and_discounts_of_the_header_change_the_totals()
    {
        Guid order = _world.Order();
        _world.Service.Create(SalesWorld.Line(order, 1, 200m));

        _world.Update("salesorder", order, ("freightamount", new Money(12m)), ("discountpercentage", 10m));

        Assert.Equal(180m, _world.Amount("salesorder", order, "totalamountlessfreight"));
        Assert.Equal(192m, _world.Amount("salesorder", order, "totalamount"));
    }

    [Fact]
    public void Totals_that_a_client_writes_are_ignored()
    {
        Guid order = _world.Order(("totalamount", new Money(999m)));
        _world.Service.Create(SalesWorld.Line(order, 1, 20m));

        _world.Update("salesorder", order, ("totalamount", new Money(1m)), ("totallineitemamount", new Money(1m)));

        Assert.Equal(20m, _world.Amount("salesorder", order, "totalamount"));
        Assert.Equal(20m, _world.Amount("salesorder", order, "totallineitemamount"));
    }

    [Theory]
    [InlineData("discountamount")]
    [InlineData("freightamount")]
    public void Discount_and_freight_are_not_negative(string column)
    {
        Guid order = _world.Order();

        Assert.Throws<FaultException<OrganizationServiceFault>>(
            () => _world.Update("salesorder", order, (column, new Money(-1m))));
    }

    [Fact]
    public void Many_lines_at_once_write_the_header_once()
    {
        Guid order = _world.Order();
        _world.Local.Requests.Reset();

        _world.CreateAll([.. Enumerable.Range(1, 50).Select(n => SalesWorld.Line(order, 1, n))]);

        Assert.Equal(1275m, _world.Amount("salesorder", order, "totalamount"));
        Assert.Equal(1, _world.Local.Requests.Of(RequestOrigin.Platform, "Update"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    public void A_new_line_writes_itself_and_the_header_whatever_is_there_already(int lines)
    {
        Guid order = _world.Order();
        _world.CreateAll([.. Enumerable.Range(1, lines).Select(n => SalesWorld.Line(order, 1, n))]);
        _world.Local.Requests.Reset();

        _world.Service.Create(SalesWorld.Line(order, 1, 1m));

        Assert.Equal(2, _world.Local.Requests.RowsWritten);
    }

    [Fact]
    public void A_step_on_the_total_of_the_order_sees_a_new_line()
    {
        _world.Local.RegisterAssembly(PluginDll.Build());
        _world.Local.RegisterStep(new Step
        {
            PluginType = "Acme.Plugins.Refuse",
            Message = "Update",
            Table = "salesorder",
            Stage = Stage.PostOperation,
            FilteringColumns = ["totalamount"],
        });
        Guid order = _world.Order();

        FaultException<OrganizationServiceFault> refused = Assert.Throws<FaultException<OrganizationServiceFault>>(
            () => _world.Service.Create(SalesWorld.Line(order, 1, 1m)));

        Assert.Equal(PluginDll.Refusal, refused.Detail.Message);
        Assert.Equal(0m, _world.Amount("salesorder", order, "totalamount"));
    }

    [Fact]
    public void Half_a_cent_is_rounded_away_from_zero()
    {
        Guid order = _world.Order();

        Guid line = _world.Service.Create(SalesWorld.Line(order, 0.5m, 0.05m));

        Assert.Equal(0.03m, _world.Amount("salesorderdetail", line, "baseamount"));
    }

    [Fact]
    public void Amounts_of_an_order_in_another_currency_have_base_amounts()
    {
        Guid dollar = _world.Create("transactioncurrency", ("currencyname", "US Dollar"), ("isocurrencycode", "USD"),
            ("currencysymbol", "$"), ("currencyprecision", 2), ("exchangerate", 1.25m));
        Guid order = _world.Create("salesorder", ("name", "Export"),
            ("customerid", SalesWorld.Ref("account", _world.Account)),
            ("transactioncurrencyid", SalesWorld.Ref("transactioncurrency", dollar)));

        Guid line = _world.Service.Create(SalesWorld.Line(order, 1, 50m));

        Assert.Equal(1.25m, _world.Read("salesorder", order)["exchangerate"]);
        Assert.Equal(1.25m, _world.Read("salesorderdetail", line)["exchangerate"]);
        Assert.Equal(40m, _world.Amount("salesorderdetail", line, "extendedamount_base"));
        Assert.Equal(40m, _world.Amount("salesorder", order, "totalamount_base"));
    }

    [Fact]
    public void A_price_list_in_another_currency_is_refused()
    {
        Guid dollar = _world.Create("transactioncurrency", ("currencyname", "US Dollar"), ("isocurrencycode", "USD"),
            ("currencysymbol", "$"), ("currencyprecision", 2), ("exchangerate", 1.25m));

        FaultException<OrganizationServiceFault> refused = Assert.Throws<FaultException<OrganizationServiceFault>>(
            () => _world.Order(("transactioncurrencyid", SalesWorld.Ref("transactioncurrency", dollar))));

        Assert.Equal(
            "The currency of the record does not match the currency of the price list.", refused.Detail.Message);
    }

    [Fact]
    public void An_order_has_a_number_and_its_customer_in_its_own_column()
    {
        Guid order = _world.Order();

        Entity header = _world.Read("salesorder", order);
        Assert.Matches("^ORD-[0-9]{5}-[0-9A-Z]{6}$", header.GetAttributeValue<string>("ordernumber"));
        Assert.Equal(_world.Account, header.GetAttributeValue<EntityReference>("accountid").Id);
        Assert.False(header.Contains("contactid"));
    }

    [Fact]
    public void An_order_that_is_deleted_takes_its_lines_along()
    {
        Guid order = _world.Order();
        Guid line = _world.Service.Create(SalesWorld.Line(order, 1, 20m));

        _world.Service.Delete("salesorder", order);

        Assert.Throws<FaultException<OrganizationServiceFault>>(() => _world.Read("salesorderdetail", line));
    }

    private static decimal Money(Entity row, string column) => row.GetAttributeValue<Money>(column).Value;
}
