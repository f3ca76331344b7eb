using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using static CrmExtensions.Solution.Tests.Loyalty.Earning.EarningFacts;

namespace CrmExtensions.Solution.Tests.Loyalty.Earning;

/// <summary>Who earns, when, in which currency, and what an entry says about it.</summary>
public sealed class EarningScenario : IDisposable
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
    public void An_entry_says_when_it_was_earned_is_free_and_ends_in_the_programmes_zone(string table)
    {
        world.ProduceProgramme(
            new("holdingdays", 14), new("expirykind", Option(1)), new("expirymonths", 12), new("timezone", 110));
        EntityReference customer = world.ProduceCustomer(table);
        world.Clock.Advance(TimeSpan.FromHours(14));

        world.FulfilledOrder(customer, 100m);

        Entity entry = Assert.Single(world.Entries());
        Assert.Equal(new DateTime(2026, 3, 2), entry["crmx_earnedon"]);
        Assert.Equal(new DateTime(2026, 3, 16), entry["crmx_availablefrom"]);
        Assert.Equal(new DateTime(2027, 3, 2), entry["crmx_expireson"]);
        Assert.Equal(100, entry["crmx_statuspoints"]);
        Assert.Equal(1, entry["crmx_statusorders"]);
        Assert.Equal(100, world.MemberOf(customer)["crmx_pending"]);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L07")]
    public void A_foreign_order_earns_the_same_in_a_programme_with_a_currency_of_its_own(string table)
    {
        EntityReference rand = world.ProduceCurrency("ZAR", 20m, decimals: 2);
        EntityReference dollar = world.ProduceCurrency("USD", 1.25m, decimals: 2);
        world.ProduceProgramme(new KeyValuePair<string, object>("currencyid", dollar));
        EntityReference customer = world.ProduceCustomer(table);

        world.Fulfil(world.ProduceOrder(new OrderFacts(customer, new OrderLine(2000m)) { Currency = rand }));
        world.FulfilledOrder(customer, 100m);

        Assert.Equal([125, 125], world.Points());
        Assert.Equal(20m, world.Entries()[0]["crmx_currencyrate"]);
        Assert.Equal(1.25m, world.Entries()[0]["crmx_programmerate"]);
    }

    [Theory]
    [InlineData("account", false)]
    [InlineData("contact", false)]
    [InlineData("account", true)]
    [InlineData("contact", true)]
    [Trait("Rule", "L15")]
    public void An_order_from_before_joining_earns_only_retroactively(string table, bool retroactive)
    {
        world.ProduceProgramme(new KeyValuePair<string, object>("retroactive", retroactive));
        EntityReference customer = world.ProduceCustomer(table);
        world.FulfilledOrder(customer, 10m);
        var imported = new Entity("salesorder")
        {
            ["name"] = "Imported",
            ["customerid"] = customer,
            ["overriddencreatedon"] = new DateTime(2026, 2, 15, 12, 0, 0, DateTimeKind.Utc),
        };
        var order = new EntityReference("salesorder", world.Admin.Create(imported));
        world.AddLine(order, null, 50m);

        world.Fulfil(order);

        Assert.Equal(retroactive ? [10, 50] : [10], world.Points());
    }

    [Theory]
    [InlineData(0, "contact")]
    [InlineData(1, "billto")]
    [InlineData(2, "company")]
    [InlineData(3, "holding")]
    [Trait("Rule", "L16")]
    public void A_contacts_order_pays_the_beneficiary_that_the_programme_names(int kind, string expected)
    {
        world.ProduceProgramme(new KeyValuePair<string, object>("beneficiary", Option(kind)));
        Dictionary<string, EntityReference> customers = Family();
        EntityReference order = world.ProduceOrder(customers["contact"], 80m);
        Guid address = world.Admin.Create(new Entity("customeraddress") { ["parentid"] = customers["billto"] });
        world.Admin.Update(new Entity("salesorder", order.Id) { ["billto_addressid"] = address });

        world.Fulfil(order);
        world.FulfilledOrder(customers[expected], 1m);

        Assert.Equal(80, world.Points()[0]);
        Assert.Contains(world.Members(), member => customers[expected].Equals(member["crmx_customerid"])
            && (int)member["crmx_balance"] >= 80);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [Trait("Rule", "L16")]
    public void An_account_without_anybody_above_it_earns_itself(int kind)
    {
        world.ProduceProgramme(new KeyValuePair<string, object>("beneficiary", Option(kind)));
        EntityReference customer = world.ProduceCustomer("account");

        world.FulfilledOrder(customer, 30m);

        Assert.Equal(30, world.BalanceOf(customer));
    }

    [Theory]
    [InlineData("account", false, 80)]
    [InlineData("contact", false, 80)]
    [InlineData("account", true, 100)]
    [InlineData("contact", true, 100)]
    [Trait("Rule", "L03")]
    public void What_was_paid_with_points_earns_only_if_the_programme_says_so(string table, bool earns, int points)
    {
        world.ProduceProgramme(new KeyValuePair<string, object>("earnonredeemed", earns));
        EntityReference customer = world.ProduceCustomer(table);
        world.FulfilledOrder(customer, 1m);
        EntityReference order = world.ProduceOrder(customer, 100m);
        world.Admin.Update(new Entity("salesorder", order.Id) { ["discountamount"] = new Money(20m) });
        foreach (int state in new[] { 1, 2 })
        {
            world.Admin.Create(new Entity("crmx_redemption")
            {
                ["crmx_name"] = "R",
                ["crmx_memberid"] = world.MemberOf(customer).ToEntityReference(),
                ["crmx_state"] = Option(state),
                ["crmx_points"] = 2000,
                ["crmx_value"] = 20m,
                ["crmx_documenttable"] = "salesorder",
                ["crmx_documentid"] = order.Id.ToString("D"),
                ["crmx_requestkey"] = Guid.NewGuid().ToString(),
            });
        }

        world.Fulfil(order);

        Assert.Equal([1, points], world.Points());
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L11")]
    public void Of_all_steps_of_a_sale_only_the_milestone_pays_and_it_pays_once(string table)
    {
        world.ProduceProgramme(new KeyValuePair<string, object>("milestone", Option(1)));
        EntityReference customer = world.ProduceCustomer(table);
        EntityReference order = world.FulfilledOrder(customer, 100m);
        Assert.Empty(world.Entries());
        var converted = (Microsoft.Crm.Sdk.Messages.ConvertSalesOrderToInvoiceResponse)world.Admin.Execute(
            new Microsoft.Crm.Sdk.Messages.ConvertSalesOrderToInvoiceRequest
            {
                SalesOrderId = order.Id,
                ColumnSet = new ColumnSet(true),
            });
        Assert.Empty(world.Entries());

        world.Pay(converted.Entity.ToEntityReference());
        world.Pay(converted.Entity.ToEntityReference());

        Assert.Equal([100], world.Points());
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L14")]
    public void An_order_that_has_earned_is_not_paid_again_by_its_invoice(string table)
    {
        EntityReference programme = world.ProduceProgramme();
        EntityReference order = world.FulfilledOrder(world.ProduceCustomer(table), 100m);
        var converted = (Microsoft.Crm.Sdk.Messages.ConvertSalesOrderToInvoiceResponse)world.Admin.Execute(
            new Microsoft.Crm.Sdk.Messages.ConvertSalesOrderToInvoiceRequest
            {
                SalesOrderId = order.Id,
                ColumnSet = new ColumnSet(true),
            });
        world.Admin.Update(new Entity(programme.LogicalName, programme.Id) { ["crmx_milestone"] = Option(1) });

        world.Pay(converted.Entity.ToEntityReference());

        Assert.Equal([100], world.Points());
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "P11")]
    public void Invoices_that_are_written_and_paid_in_bulk_earn_like_any_other(string table)
    {
        world.ProduceProgramme(new KeyValuePair<string, object>("milestone", Option(1)));
        EntityReference customer = world.ProduceCustomer(table);
        EntityReference[] invoices = [world.ProduceInvoice(customer, 10m), world.ProduceInvoice(customer, 20m)];
        Entity[] paid = invoices.Select(invoice => new Entity("invoice", invoice.Id)
        {
            ["statecode"] = new OptionSetValue(2),
            ["statuscode"] = new OptionSetValue(100001),
        }).ToArray();

        var targets = new EntityCollection(paid) { EntityName = "invoice" };
        world.Admin.Execute(new UpdateMultipleRequest { Targets = targets });

        Assert.Equal([10, 20], world.Points());
        Assert.Equal([1, 2], world.Entries().Select(entry => (int)entry["crmx_sequence"]));
    }

    private Dictionary<string, EntityReference> Family()
    {
        EntityReference holding = world.ProduceCustomer("account"), company = world.ProduceCustomer("account");
        EntityReference contact = world.ProduceCustomer("contact");
        world.Admin.Update(new Entity("account", company.Id) { ["parentaccountid"] = holding });
        world.Admin.Update(new Entity("contact", contact.Id) { ["parentcustomerid"] = company });
        return new Dictionary<string, EntityReference>
        {
            ["contact"] = contact,
            ["company"] = company,
            ["holding"] = holding,
            ["billto"] = world.ProduceCustomer("account"),
        };
    }
}
