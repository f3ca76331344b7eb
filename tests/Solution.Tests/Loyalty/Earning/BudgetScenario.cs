using System;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using static CrmExtensions.Solution.Tests.Loyalty.Earning.EarningFacts;

namespace CrmExtensions.Solution.Tests.Loyalty.Earning;

/// <summary>A rule's budget over the life of a document: what it has spent is what customers have of it.</summary>
public sealed class BudgetScenario : IDisposable
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
    [Trait("Rule", "L18")]
    public void A_reopened_invoice_gives_its_share_back_and_gets_what_is_left_when_it_is_paid_again(string table)
    {
        OrderRule(Programme(), 100, 150);
        EntityReference customer = world.ProduceCustomer(table);
        EntityReference invoice = world.ProduceInvoice(customer, 10m);
        world.Pay(invoice);
        Assert.Equal(100, Spent());

        world.Reopen(invoice);
        Assert.Equal(0, Spent());
        world.Pay(world.ProduceInvoice(world.ProduceCustomer(table), 10m));
        world.Pay(invoice);

        Assert.Equal(10 + 50, world.BalanceOf(customer));
        Assert.Equal(150, Spent());
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L18")]
    public void An_invoice_that_is_paid_in_parts_gets_no_more_than_the_budget_holds(string table)
    {
        OrderRule(Programme(), 100, 60);
        EntityReference customer = world.ProduceCustomer(table);
        EntityReference invoice = world.ProduceInvoice(customer, 100m);

        world.PayPart(invoice, 50m);
        Assert.Equal(50 + 50, world.BalanceOf(customer));
        Assert.Equal(50, Spent());
        world.SetState(invoice, 2, 100001);

        Assert.Equal(100 + 60, world.BalanceOf(customer));
        Assert.Equal(60, Spent());
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L18")]
    public void Returned_goods_and_cancelled_orders_give_back_what_they_drew(string table)
    {
        EntityReference tea = world.ProduceProduct();
        world.ProduceRule(
            world.ProduceProgramme(), PointsPerUnit, Set("points", 10), Set("budget", 100), Set("productid", tea));
        EntityReference order = world.ProduceOrder(world.ProduceCustomer(table));
        EntityReference line = world.AddLine(order, tea, 5m, 6);
        world.Fulfil(order);
        Assert.Equal(60, Spent());

        world.Admin.Execute(new OrganizationRequest("crmx_ReturnPoints")
        {
            ["DocumentTable"] = "salesorder",
            ["DocumentId"] = order.Id,
            ["RequestId"] = "r",
            ["Lines"] = $"[{{\"line\":\"{line.Id:D}\",\"quantity\":2}}]",
        });
        Assert.Equal(40, Spent());
        world.SetState(order, 0, 1);
        world.Cancel(order);

        Assert.Equal(0, Spent());
        Assert.Equal(0, world.Points().Sum());
    }

    [Theory]
    [InlineData(Clamp, 30)]
    [InlineData(Refuse, 0)]
    [Trait("Rule", "L18")]
    public void A_rule_that_ended_meanwhile_still_pays_no_more_than_its_budget(int policy, int again)
    {
        EntityReference rule = world.ProduceRule(
            Programme(), PointsPerOrder, Set("points", 100), Set("budget", 100), Set("budgetpolicy", Option(policy)));
        EntityReference customer = world.ProduceCustomer("account");
        EntityReference invoice = world.ProduceInvoice(customer, 10m);
        world.Pay(invoice);
        world.Reopen(invoice);
        world.Admin.Update(new Entity(rule.LogicalName, rule.Id) { ["crmx_budget"] = 30 });
        world.SetState(rule, 1, 2);

        world.Pay(invoice);

        Assert.Equal(10 + again, world.BalanceOf(customer));
        Assert.Equal(again, Spent());
    }

    [Fact]
    [Trait("Rule", "L16")]
    public void A_changed_invoice_counts_by_the_tier_of_whom_it_pays()
    {
        EntityReference programme = world.ProduceProgramme(Set("milestone", Option(1)), Set("beneficiary", Option(2)));
        EntityReference company = world.ProduceCustomer("account"), orderer = world.ProduceCustomer("contact");
        world.Admin.Update(new Entity("contact", orderer.Id) { ["parentcustomerid"] = company });
        world.Pay(world.ProduceInvoice(company, 1m));
        world.Admin.Update(new Entity(Crmx.Member, world.MemberOf(company).Id)
        {
            ["crmx_tierid"] = world.ProduceTier(programme, 2, 2m),
        });
        EntityReference invoice = world.ProduceInvoice(orderer, 100m);
        world.Pay(invoice);
        Assert.Equal(1 + 200, world.BalanceOf(company));

        world.Reopen(invoice);
        world.AddLine(invoice, null, 30m);
        world.Pay(invoice);

        Assert.Equal(1 + 260, world.BalanceOf(company));
    }

    private EntityReference Programme() =>
        world.ProduceProgramme(Set("milestone", Option(1)), Set("partialpayment", Option(1)));

    private void OrderRule(EntityReference programme, int points, int budget) =>
        world.ProduceRule(programme, PointsPerOrder, Set("points", points), Set("budget", budget));

    private int Spent() => Assert.Single(world.Admin.RetrieveMultiple(
        new QueryExpression("crmx_budgetshard") { ColumnSet = new ColumnSet("crmx_spent") }).Entities)
        .GetAttributeValue<int>("crmx_spent");
}
