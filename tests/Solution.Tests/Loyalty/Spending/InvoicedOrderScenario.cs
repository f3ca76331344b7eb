using System;
using System.Linq;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Solution.Tests.Loyalty.Spending;

/// <summary>
/// Order and invoice carry the same discount, paid for by points once: these stay used as long as one of both lives.
/// </summary>
[Trait("Rule", "L33")]
public sealed class InvoicedOrderScenario
{
    private const int Committed = 1, Reversed = 3;
    private const int Open = 0, Cancelled = 3;

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void A_cancelled_order_leaves_its_points_to_the_invoice_that_lives(string table)
    {
        using var world = new SpendingWorld(table, 300);
        EntityReference order = world.ProduceOrder(20m);
        OrganizationResponse reserved = world.Reserve(200, order);
        EntityReference invoice = Invoice(world, order);
        world.World.Dataverse.RunAsyncJobs();
        int balance = world.Balance;

        CancelOrder(world, order);

        Assert.Equal(Committed, world.StateOf(reserved));
        Assert.Equal(invoice.Id.ToString("D"), DocumentOf(world, reserved));
        Assert.Equal(18m, world.Money(invoice, "totalamount"));
        Assert.True(world.Balance <= balance, "the points came back although the invoice has the discount");
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void Points_come_back_once_when_order_and_invoice_are_both_cancelled(string table)
    {
        using var world = new SpendingWorld(table, 300);
        EntityReference order = world.ProduceOrder(20m);
        OrganizationResponse reserved = world.Reserve(200, order);
        EntityReference invoice = Invoice(world, order);
        world.World.Dataverse.RunAsyncJobs();

        CancelOrder(world, order);
        SetState(world, invoice, Cancelled);

        Assert.Equal(Reversed, world.StateOf(reserved));
        Assert.Equal(300, world.Balance);

        SetState(world, invoice, Open);
        Assert.Equal(20m, world.Money(invoice, "totalamount"));
        SetState(world, order, Open);
        Assert.Equal(20m, world.Money(order, "totalamount"));
        SetState(world, invoice, Cancelled);
        SetState(world, invoice, Open);
        Assert.Equal(0m, world.Money(invoice, "discountamount"));
        Assert.Equal(300, world.Available);
    }

    [Fact]
    public void A_cancelled_invoice_leaves_the_points_to_its_order_and_has_them_again_when_it_is_reopened()
    {
        using var world = new SpendingWorld("account", 300);
        EntityReference order = world.ProduceOrder(20m);
        OrganizationResponse reserved = world.Reserve(200, order);
        EntityReference invoice = Invoice(world, order);
        world.World.Dataverse.RunAsyncJobs();

        SetState(world, invoice, Cancelled);
        Assert.Equal(Committed, world.StateOf(reserved));
        SetState(world, invoice, Open);

        Assert.Equal(Committed, world.StateOf(reserved));
        Assert.Equal(18m, world.Money(invoice, "totalamount"));
    }

    [Fact]
    public void A_second_invoice_of_an_order_has_no_discount_that_the_first_one_has()
    {
        using var world = new SpendingWorld("account", 300);
        EntityReference order = world.ProduceOrder(20m);
        OrganizationResponse reserved = world.Reserve(200, order);
        EntityReference first = Invoice(world, order);
        world.World.Dataverse.RunAsyncJobs();

        EntityReference second = Invoice(world, order);
        world.World.Dataverse.RunAsyncJobs();

        Assert.Equal(18m, world.Money(first, "totalamount"));
        Assert.Equal(20m, world.Money(second, "totalamount"));
        SetState(world, first, Cancelled);
        EntityReference third = Invoice(world, order);
        world.World.Dataverse.RunAsyncJobs();
        Assert.Equal(18m, world.Money(third, "totalamount"));
        SetState(world, first, Open);
        Assert.Equal(20m, world.Money(first, "totalamount"));
        CancelOrder(world, order);
        Assert.Equal(third.Id.ToString("D"), DocumentOf(world, reserved));
        Assert.Equal(Committed, world.StateOf(reserved));
    }

    [Fact]
    public void An_order_opened_again_beside_its_invoice_loses_the_discount()
    {
        using var world = new SpendingWorld("account", 300);
        EntityReference order = world.ProduceOrder(20m);
        OrganizationResponse reserved = world.Reserve(200, order);
        EntityReference invoice = Invoice(world, order);
        world.World.Dataverse.RunAsyncJobs();
        CancelOrder(world, order);

        SetState(world, order, Open);

        Assert.Equal(20m, world.Money(order, "totalamount"));
        Assert.Equal(18m, world.Money(invoice, "totalamount"));
        Assert.Equal(Committed, world.StateOf(reserved));
    }

    [Fact]
    [Trait("Rule", "L35")]
    public void Lowered_taxes_of_a_quote_are_noted_for_its_order_and_its_invoice_and_come_back_there()
    {
        using var world = new SpendingWorld("account", 5000);
        EntityReference quote = world.ProduceQuote(100m);
        world.Admin.Update(new Entity("quotedetail", Line(world, quote).Id) { ["tax"] = new Money(19m) });
        OrganizationResponse reserved = world.Reserve(1100, quote);
        EntityReference order = world.ConvertToOrder(quote);
        world.World.Dataverse.RunAsyncJobs();
        AssertNotedFor(world, reserved, order);
        EntityReference invoice = Invoice(world, order);
        world.World.Dataverse.RunAsyncJobs();
        Assert.Equal(119m - 11m, world.Money(invoice, "totalamount"));

        CancelOrder(world, order);
        AssertNotedFor(world, reserved, invoice);
        SetState(world, invoice, Cancelled);
        SetState(world, invoice, Open);

        Assert.Equal(19m, Line(world, invoice).GetAttributeValue<Money>("tax").Value);
        Assert.Equal(119m, world.Money(invoice, "totalamount"));
        SetState(world, order, Open);
        Assert.Equal(119m, world.Money(order, "totalamount"));
    }

    [Fact]
    [Trait("Rule", "L34")]
    public void The_cap_of_an_invoice_counts_what_was_redeemed_on_its_order()
    {
        using var world = new SpendingWorld("account", 5000, SpendingWorld.Setting("redeemcap", 50m));
        EntityReference order = world.ProduceOrder(20m);
        world.Reserve(5000, order);
        EntityReference invoice = Invoice(world, order);
        world.World.Dataverse.RunAsyncJobs();

        Assert.Contains("less than one step", SpendingWorld.Refusal(() => world.Reserve(5000, invoice)));
        Assert.Equal(10m, world.Money(invoice, "totalamount"));
    }

    private static EntityReference Invoice(SpendingWorld world, EntityReference order) =>
        ((ConvertSalesOrderToInvoiceResponse)world.Admin.Execute(new ConvertSalesOrderToInvoiceRequest
        {
            SalesOrderId = order.Id,
            ColumnSet = new ColumnSet("invoiceid"),
        })).Entity.ToEntityReference();

    private static void CancelOrder(SpendingWorld world, EntityReference order)
    {
        SetState(world, order, Open);
        world.World.Cancel(order);
        world.World.Dataverse.RunAsyncJobs();
    }

    private static void SetState(SpendingWorld world, EntityReference document, int state)
    {
        world.Admin.Update(new Entity(document.LogicalName, document.Id)
        {
            ["statecode"] = new OptionSetValue(state),
        });
        world.World.Dataverse.RunAsyncJobs();
    }

    private static string DocumentOf(SpendingWorld world, OrganizationResponse reserved) =>
        world.Row(SpendingWorld.RedemptionOf(reserved)).GetAttributeValue<string>("crmx_documentid");

    private static Entity Line(SpendingWorld world, EntityReference document)
    {
        var query = new QueryExpression(document.LogicalName + "detail") { ColumnSet = new ColumnSet("tax") };
        query.Criteria.AddCondition(document.LogicalName + "id", ConditionOperator.Equal, document.Id);
        return world.Admin.RetrieveMultiple(query).Entities.Single();
    }

    private static void AssertNotedFor(SpendingWorld world, OrganizationResponse reserved, EntityReference document)
    {
        Entity row = world.Row(SpendingWorld.RedemptionOf(reserved));
        Assert.True(row.GetAttributeValue<decimal>("crmx_documenttax") > 0);
        Assert.StartsWith(
            "[[\"" + Line(world, document).Id.ToString("N") + "\",",
            row.GetAttributeValue<string>("crmx_taxreductions"),
            StringComparison.Ordinal);
    }
}
