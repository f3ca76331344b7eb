using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Solution.Tests.Loyalty.Earning;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Loyalty.Spending;

/// <summary>Whose points may pay for which document, and how much of it.</summary>
public sealed class PayingForDocumentsScenario
{
    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L34")]
    public void The_cap_is_the_documents_however_many_calls_it_takes(string table)
    {
        using var world = new SpendingWorld(table, 5000, SpendingWorld.Setting("redeemcap", 50m));
        EntityReference order = world.ProduceOrder(20m);

        OrganizationResponse first = world.Reserve(700, order);
        Assert.Equal(300, Quote(world, order)["RedeemablePoints"]);
        Assert.Equal(300, world.Reserve(5000, order)["ReservedPoints"]);
        Assert.Contains("less than one step", SpendingWorld.Refusal(() => world.Reserve(100, order)));

        Assert.Equal(10m, world.Money(order, "totalamount"));
        world.Release(first);
        Assert.Equal(700, world.Reserve(5000, order)["ReservedPoints"]);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L34")]
    public void What_pays_for_a_quote_counts_on_its_order(string table)
    {
        using var world = new SpendingWorld(table, 5000, SpendingWorld.Setting("redeemcap", 50m));
        EntityReference quote = world.ProduceQuote(20m);
        world.Reserve(5000, quote);

        EntityReference order = world.ConvertToOrder(quote);

        Assert.Contains("less than one step", SpendingWorld.Refusal(() => world.Reserve(5000, order)));
        Assert.Equal(10m, world.Money(order, "totalamount"));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L36")]
    public void Points_are_never_worth_more_in_the_documents_currency(string table)
    {
        using var world = new SpendingWorld(table, 500, SpendingWorld.Setting("redeemvalue", 0.5m));
        EntityReference yen = world.World.ProduceCurrency("JPY", 1.5m, 0);
        EntityReference order = world.World.ProduceOrder(
            new OrderFacts(world.Customer, new OrderLine(100m)) { Currency = yen });

        Assert.Contains("smallest amount", SpendingWorld.Refusal(() => world.Reserve(100, order)));
        Assert.Equal(500, world.Balance);
        OrganizationResponse five = world.Reserve(500, order);

        Assert.Equal(500, five["ReservedPoints"]);
        Assert.Equal(3m, world.Money(order, "discountamount"));
    }

    [Theory]
    [InlineData(1, "billto")]
    [InlineData(2, "company")]
    [InlineData(3, "holding")]
    [Trait("Rule", "L16")]
    public void Only_the_orderer_and_the_programmes_beneficiary_pay(int kind, string payer)
    {
        using var world = new SpendingWorld(
            "contact", 500, SpendingWorld.Setting("beneficiary", EarningFacts.Option(kind)));
        Dictionary<string, EntityReference> members = Family(world);
        EntityReference order = world.ProduceOrder(20m);
        world.Admin.Update(new Entity("contact", world.Customer.Id) { ["parentcustomerid"] = members["company"] });
        var address = new Entity("customeraddress") { ["parentid"] = members["billto"] };
        world.Admin.Update(new Entity("salesorder", order.Id) { ["billto_addressid"] = world.Admin.Create(address) });

        foreach (string other in members.Keys.Where(name => name != payer))
        {
            Assert.Contains(
                "belongs to another customer",
                SpendingWorld.Refusal(() => world.Admin.Execute(Reserving(world, members[other], order))));
        }

        world.Admin.Execute(Reserving(world, members[payer], order));
        world.Reserve(100, order);
        Assert.Equal(18m, world.Money(order, "totalamount"));
    }

    private static Dictionary<string, EntityReference> Family(SpendingWorld world)
    {
        var members = new Dictionary<string, EntityReference>();
        foreach (string name in new[] { "holding", "company", "billto", "stranger" })
        {
            EntityReference account = members[name] = world.World.ProduceCustomer("account");
            var member = new EntityReference(Crmx.Member, world.Enrol(account).Id);
            world.Admin.Execute(SpendingWorld.Adjusting(member, 100, name));
        }

        world.Admin.Update(new Entity("account", members["company"].Id) { ["parentaccountid"] = members["holding"] });
        return members;
    }

    private static OrganizationRequest Reserving(SpendingWorld world, EntityReference customer, EntityReference order)
    {
        OrganizationRequest request = world.Reserving(100, order);
        request["Member"] = world.World.MemberOf(customer).ToEntityReference();
        return request;
    }

    private static OrganizationResponse Quote(SpendingWorld world, EntityReference order) =>
        world.Admin.Execute(new OrganizationRequest("crmx_QuotePoints")
        {
            ["DocumentTable"] = order.LogicalName,
            ["DocumentId"] = order.Id,
        });
}
