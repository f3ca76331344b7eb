using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Solution.Tests.Loyalty;

public sealed class OrderToBalanceScenario
{
    public static TheoryData<string, bool, bool> CustomersAndWaysToClose()
    {
        var data = new TheoryData<string, bool, bool>();
        foreach (string customer in new[] { "account", "contact" })
            foreach (bool raisesUpdate in new[] { true, false })
                foreach (bool activityFirst in new[] { true, false })
                    data.Add(customer, raisesUpdate, activityFirst);
        return data;
    }

    [Theory]
    [MemberData(nameof(CustomersAndWaysToClose))]
    [Trait("Rule", "P09")]
    [Trait("Rule", "L13")]
    public void A_fulfilled_order_earns_points_once(string table, bool raisesUpdate, bool activityFirst)
    {
        using LoyaltyWorld world = LoyaltyWorld.Closing(raisesUpdate, activityFirst);
        world.ProduceProgramme();
        EntityReference customer = world.ProduceCustomer(table);

        EntityReference order = world.FulfilledOrder(customer, 60m, 40.50m);

        Entity entry = Assert.Single(world.Entries());
        Entity member = world.MemberOf(customer);
        Assert.Equal(100, entry["crmx_points"]);
        Assert.Equal(100, member["crmx_balance"]);
        Assert.Equal(member.Id, ((EntityReference)entry["crmx_memberid"]).Id);
        Assert.Equal(order.Id.ToString("D"), entry["crmx_sourceid"]);
        Assert.Equal("salesorder", entry["crmx_sourcetable"]);
        Assert.Equal(world.Dataverse.AdministratorId, ((EntityReference)entry["crmx_originatorid"]).Id);
        world.AssertReplayEqualsBalance();
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L05")]
    public void Only_whole_steps_earn(string table)
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme(new("pointsperstep", 5), new("stepamount", 2.50m));
        EntityReference customer = world.ProduceCustomer(table);

        world.FulfilledOrder(customer, 3.00m);
        world.FulfilledOrder(customer, 2.49m);
        world.FulfilledOrder(customer, 5.00m);

        Assert.Equal([5, 10], world.Entries().Select(entry => (int)entry["crmx_points"]));
        Assert.Equal(15, world.MemberOf(customer)["crmx_balance"]);
        world.AssertReplayEqualsBalance();
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L06")]
    public void One_point_survives_a_currency_without_decimals(string table)
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme(new KeyValuePair<string, object>("stepamount", 10m));
        EntityReference yen = world.ProduceCurrency("JPY", 1m, decimals: 0);

        var facts = new OrderFacts(world.ProduceCustomer(table), new OrderLine(14m)) { Currency = yen };
        world.Fulfil(world.ProduceOrder(facts));

        Assert.Equal(1, Assert.Single(world.Entries())["crmx_points"]);
        world.AssertReplayEqualsBalance();
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L07")]
    public void A_foreign_order_earns_by_its_own_exchange_rate(string table)
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme();
        EntityReference rand = world.ProduceCurrency("ZAR", 20m, decimals: 2);
        EntityReference customer = world.ProduceCustomer(table);
        EntityReference order = world.ProduceOrder(new OrderFacts(customer, new OrderLine(2000m)) { Currency = rand });
        world.Admin.Update(new Entity("transactioncurrency", rand.Id) { ["exchangerate"] = 10m });

        world.Fulfil(order);

        Entity entry = Assert.Single(world.Entries());
        Assert.Equal(100m, entry["crmx_basisamount"]);
        Assert.Equal(100, entry["crmx_points"]);
        world.AssertReplayEqualsBalance();
    }

    [Theory]
    [InlineData("account", 0, "90")]
    [InlineData("contact", 0, "90")]
    [InlineData("account", 1, "95")]
    [InlineData("contact", 2, "114")]
    [Trait("Rule", "L01")]
    [Trait("Rule", "L02")]
    public void A_header_discount_counts_and_the_basis_is_kept(string table, int basis, string amount)
    {
        using var world = new LoyaltyWorld();
        var option = new OptionSetValue(Crmx.FirstOption + basis);
        world.ProduceProgramme(new KeyValuePair<string, object>("basis", option));
        OrderLine[] lines = [new OrderLine(60m, Tax: 19m), new OrderLine(20m, Quantity: 2)];
        var facts = new OrderFacts(world.ProduceCustomer(table), lines) { DiscountPercentage = 10m, Freight = 5m };

        world.Fulfil(world.ProduceOrder(facts));

        Entity entry = Assert.Single(world.Entries());
        Assert.Equal(option, entry["crmx_basis"]);
        Assert.Equal(decimal.Parse(amount), entry["crmx_basisamount"]);
        Assert.Equal(int.Parse(amount), entry["crmx_points"]);
        world.AssertReplayEqualsBalance();
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L13")]
    [Trait("Rule", "P04")]
    public void Whatever_happens_to_a_fulfilled_order_afterwards_earns_nothing_more(string table)
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme();
        EntityReference order = world.FulfilledOrder(world.ProduceCustomer(table), 100m);

        Entity closedAgain = LoyaltyWorld.CloseOf(order);
        string traced = world.Dataverse.Trace(() => world.Admin.Create(closedAgain)).Render(withLines: true);
        world.Admin.Update(new Entity("salesorder", order.Id)
        {
            ["statecode"] = new OptionSetValue(3),
            ["statuscode"] = new OptionSetValue(100001),
        });

        Assert.Contains("already posted", traced);
        Assert.Single(world.Entries());
        world.AssertReplayEqualsBalance();
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void An_invoice_from_a_fulfilled_order_earns_nothing_more(string table)
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme();
        EntityReference order = world.FulfilledOrder(world.ProduceCustomer(table), 100m);

        world.Admin.Execute(new ConvertSalesOrderToInvoiceRequest
        {
            SalesOrderId = order.Id,
            ColumnSet = new ColumnSet(true),
        });

        Assert.Single(world.Entries());
        world.AssertReplayEqualsBalance();
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void Several_orders_in_one_transaction_get_entries_with_their_own_place_and_hash(string table)
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme();
        EntityReference customer = world.ProduceCustomer(table);
        var together = new ExecuteTransactionRequest { Requests = [] };
        foreach (decimal price in new[] { 10m, 20m, 30m })
        {
            together.Requests.Add(new FulfillSalesOrderRequest
            {
                OrderClose = LoyaltyWorld.CloseOf(world.ProduceOrder(customer, price)),
                Status = new OptionSetValue(-1),
            });
        }

        world.Admin.Execute(together);

        Assert.Equal([1, 2, 3], world.Entries().Select(entry => (int)entry["crmx_sequence"]));
        Assert.Equal([10, 30, 60], world.Entries().Select(entry => (int)entry["crmx_balanceafter"]));
        Assert.Equal(3, world.Entries().Select(entry => (string)entry["crmx_hash"]).Distinct().Count());
        world.AssertReplayEqualsBalance();
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void An_entry_records_document_amount_and_the_points_of_every_line(string table)
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme();
        EntityReference customer = world.ProduceCustomer(table);

        EntityReference order = world.FulfilledOrder(customer, 60.60m, 40.60m);

        Entity entry = Assert.Single(world.Entries());
        Entity stored = world.Admin.Retrieve("salesorder", order.Id, new ColumnSet("ordernumber"));
        Assert.Equal(stored["ordernumber"], entry["crmx_name"]);
        Assert.Equal(101.2m, entry["crmx_basisamount"]);
        using JsonDocument breakdown = JsonDocument.Parse((string)entry["crmx_breakdown"]);
        JsonElement[] parts = breakdown.RootElement.GetProperty("parts").EnumerateArray().ToArray();
        Assert.Equal([40.6m, 60.6m], parts.Select(part => part.GetProperty("amount").GetDecimal()).Order());
        Assert.Equal(101, parts.Sum(part => part.GetProperty("points").GetInt32()));
        Assert.All(parts, part => Assert.Equal("base", part.GetProperty("rule").GetString()));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void A_member_whose_customer_was_unlinked_is_found_by_its_key(string table)
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme();
        EntityReference customer = world.ProduceCustomer(table);
        world.FulfilledOrder(customer, 10m);
        Guid member = world.MemberOf(customer).Id;
        world.Admin.Update(new Entity(Crmx.Member, member) { ["crmx_customerid"] = null });

        world.FulfilledOrder(customer, 20m);

        Assert.Equal(30, Assert.Single(world.Members())["crmx_balance"]);
        world.AssertReplayEqualsBalance();
    }

    [Fact]
    public void An_order_is_booked_when_it_was_fulfilled()
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme();
        EntityReference order = world.ProduceOrder(world.ProduceCustomer("account"), 10m);
        world.Clock.Advance(TimeSpan.FromDays(3));

        world.Fulfil(order);

        Assert.Equal(world.Clock.GetUtcNow().UtcDateTime, Assert.Single(world.Entries())["crmx_bookedon"]);
    }

    [Fact]
    public void A_rolled_back_order_leaves_no_points()
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme();
        EntityReference customer = world.ProduceCustomer("account");
        var together = new ExecuteTransactionRequest { Requests = [] };
        together.Requests.Add(new FulfillSalesOrderRequest
        {
            OrderClose = LoyaltyWorld.CloseOf(world.ProduceOrder(customer, 10m)),
            Status = new OptionSetValue(-1),
        });
        together.Requests.Add(new DeleteRequest { Target = new EntityReference("account", Guid.NewGuid()) });

        Assert.ThrowsAny<Exception>(() => world.Admin.Execute(together));

        Assert.Empty(world.Entries());
        Assert.Empty(world.Members());
    }
}
