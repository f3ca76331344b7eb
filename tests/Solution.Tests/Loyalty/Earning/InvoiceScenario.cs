using System;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using static CrmExtensions.Solution.Tests.Loyalty.Earning.EarningFacts;

namespace CrmExtensions.Solution.Tests.Loyalty.Earning;

/// <summary>A programme that pays for paid invoices, and what becomes of an invoice afterwards.</summary>
public sealed class InvoiceScenario : IDisposable
{
    private readonly LoyaltyWorld world = new();

    public void Dispose()
    {
        world.AssertReplayEqualsBalance();
        world.Dispose();
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L12")]
    public void A_partly_paid_invoice_earns_its_share_and_the_rest_when_all_is_paid(string table)
    {
        Programme(partial: 1);
        EntityReference invoice = world.ProduceInvoice(world.ProduceCustomer(table), 100m);

        world.PayPart(invoice, 33.5m);
        Assert.Equal([33], world.Points());
        world.SetState(invoice, 2, 100001);

        Assert.Equal([33, 67], world.Points());
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L12")]
    public void A_partly_paid_invoice_waits_where_the_programme_says_so(string table)
    {
        Programme(partial: 0);
        EntityReference invoice = world.ProduceInvoice(world.ProduceCustomer(table), 100m);

        world.PayPart(invoice, 99m);
        Assert.Empty(world.Entries());
        world.SetState(invoice, 2, 100001);

        Assert.Equal([100], world.Points());
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L27")]
    [Trait("Rule", "P08")]
    public void Paid_reopened_cancelled_and_paid_again_counts_what_its_state_says_at_every_step(string table)
    {
        Programme();
        EntityReference customer = world.ProduceCustomer(table);
        EntityReference invoice = world.ProduceInvoice(customer, 100m);

        world.Pay(invoice);
        Assert.Equal(100, world.BalanceOf(customer));
        world.Reopen(invoice);
        Assert.Equal(0, world.BalanceOf(customer));
        world.CancelInvoice(invoice);
        Assert.Equal(0, world.BalanceOf(customer));
        world.Reopen(invoice);
        world.Pay(invoice);

        Assert.Equal([100, -100, 100], world.Points());
        Assert.Equal(100, world.BalanceOf(customer));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L19")]
    public void An_invoice_that_was_changed_after_its_award_counts_what_a_fresh_one_would(string table)
    {
        Programme();
        EntityReference customer = world.ProduceCustomer(table);
        EntityReference invoice = world.ProduceInvoice(customer, 100m);
        world.Pay(invoice);
        string[] before = world.Entries().Select(entry => (string)entry["crmx_hash"]).ToArray();

        world.Reopen(invoice);
        world.AddLine(invoice, null, 30m, 2);
        world.Pay(invoice);

        Assert.Equal(160, world.BalanceOf(customer));
        Assert.Equal(before, world.Entries().Take(1).Select(entry => (string)entry["crmx_hash"]));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L20")]
    public void An_unchanged_invoice_gets_back_what_was_recorded_whatever_the_rate_is_today(string table)
    {
        EntityReference programme = Programme();
        EntityReference customer = world.ProduceCustomer(table);
        EntityReference invoice = world.ProduceInvoice(customer, 100m);
        world.Pay(invoice);
        world.Admin.Update(new Entity(programme.LogicalName, programme.Id) { ["crmx_pointsperstep"] = 7 });

        world.Reopen(invoice);
        Assert.Equal(0, world.BalanceOf(customer));
        world.Pay(invoice);

        Assert.Equal(100, world.BalanceOf(customer));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L26")]
    public void Spent_points_stay_spent_and_are_not_given_twice_where_the_balance_is_the_limit(string table)
    {
        Programme();
        EntityReference customer = world.ProduceCustomer(table);
        EntityReference invoice = world.ProduceInvoice(customer, 100m);
        world.Pay(invoice);
        world.Adjust(customer, -40);

        world.CancelInvoice(invoice);
        Assert.Equal(0, world.BalanceOf(customer));
        world.Reopen(invoice);
        world.Pay(invoice);

        Assert.Equal(60, world.BalanceOf(customer));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L26")]
    public void A_debt_is_paid_by_the_next_credits_where_the_programme_allows_one(string table)
    {
        EntityReference programme = Programme();
        world.Admin.Update(new Entity(programme.LogicalName, programme.Id) { ["crmx_negativepolicy"] = Option(2) });
        EntityReference customer = world.ProduceCustomer(table);
        EntityReference invoice = world.ProduceInvoice(customer, 100m);
        world.Pay(invoice);
        world.Adjust(customer, -40);

        world.CancelInvoice(invoice);
        Assert.Equal(-40, world.BalanceOf(customer));
        world.Pay(world.ProduceInvoice(customer, 50m));

        Assert.Equal(10, world.BalanceOf(customer));
        Assert.Equal(10, world.MemberOf(customer)["crmx_available"]);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L30")]
    public void An_invoice_below_zero_is_a_return(string table)
    {
        Programme();
        EntityReference customer = world.ProduceCustomer(table);
        world.Pay(world.ProduceInvoice(customer, 100m));
        EntityReference credit = world.ProduceInvoice(customer);
        world.AddLine(credit, world.ProduceProduct(), 15m, -2);

        world.Pay(credit);

        Assert.Equal([100, -30], world.Points());
        Assert.Equal(Option(5), world.Entries()[1]["crmx_kind"]);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L30")]
    public void An_order_with_a_line_that_goes_back_earns_on_what_is_left(string table)
    {
        world.ProduceProgramme();
        EntityReference order = world.ProduceOrder(world.ProduceCustomer(table), 100m);
        world.AddLine(order, world.ProduceProduct(), 10m, -3);

        world.Fulfil(order);

        Assert.Equal([70], world.Points());
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L27")]
    public void An_order_that_is_opened_again_and_cancelled_loses_its_points(string table)
    {
        world.ProduceProgramme();
        EntityReference customer = world.ProduceCustomer(table);
        EntityReference order = world.FulfilledOrder(customer, 100m);

        world.SetState(order, 0, 1);
        world.Cancel(order);

        Assert.Equal([100, -100], world.Points());
        Assert.Equal(0, world.BalanceOf(customer));
        Entity row = world.Admin.Retrieve("salesorder", order.Id, new ColumnSet("statecode"));
        Assert.Equal(new OptionSetValue(2), row["statecode"]);
    }

    private EntityReference Programme(int partial = 0) =>
        world.ProduceProgramme(Set("milestone", Option(1)), Set("partialpayment", Option(partial)));
}
