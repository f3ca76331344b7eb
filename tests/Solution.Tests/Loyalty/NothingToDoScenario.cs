using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Solution.Tests.Loyalty;

/// <summary>Nothing of ours may block fulfilling an order: what is missing is traced.</summary>
public sealed class NothingToDoScenario
{
    private const decimal Price = 100m;

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void Without_a_programme(string table) => Nothing(table, "no programme", world => { });

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void In_a_paused_programme(string table) =>
        Nothing(table, "paused", world => world.ProduceProgramme(new KeyValuePair<string, object>("ispaused", true)));

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void In_an_inactive_programme(string table) => Nothing(table, "no programme", world =>
    {
        EntityReference programme = world.ProduceProgramme();
        world.Admin.Update(Deactivated(programme));
    });

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void In_a_programme_that_pays_for_invoices(string table) => Nothing(table, "no programme", world =>
    {
        var invoicePaid = new OptionSetValue(Crmx.FirstOption + 1);
        world.ProduceProgramme(new KeyValuePair<string, object>("milestone", invoicePaid));
    });

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void For_a_customer_who_would_have_to_be_enrolled_by_hand(string table) =>
        Nothing(table, "no member", world =>
            world.ProduceProgramme(new KeyValuePair<string, object>("autoenrol", false)));

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void For_an_excluded_customer(string table) => Nothing(table, "excluded", world => world.ProduceProgramme(),
        world => world.ProduceCustomer(table, excluded: true));

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void For_less_than_one_step(string table) => Nothing(table, "LessThanOneStep", world =>
        world.ProduceProgramme(new KeyValuePair<string, object>("stepamount", 100.01m)));

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void For_an_order_of_zero(string table)
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme();

        world.FulfilledOrder(world.ProduceCustomer(table), 0m);
        world.FulfilledOrder(world.ProduceCustomer(table));

        Assert.Empty(world.Entries());
        Assert.Empty(world.Members());
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void For_a_cancelled_order(string table)
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme();
        EntityReference order = world.ProduceOrder(world.ProduceCustomer(table), Price);

        world.Cancel(order);

        Assert.Empty(world.Entries());
        Assert.Empty(world.Members());
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void For_a_member_who_left(string table)
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme();
        EntityReference customer = world.ProduceCustomer(table);
        world.FulfilledOrder(customer, Price);
        world.Admin.Update(Deactivated(world.MemberOf(customer).ToEntityReference()));

        world.FulfilledOrder(customer, Price);

        Assert.Single(world.Entries());
        Assert.Single(world.Members());
        world.AssertReplayEqualsBalance();
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void For_a_member_whose_customer_was_excluded_later(string table)
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme();
        EntityReference customer = world.ProduceCustomer(table);
        world.FulfilledOrder(customer, Price);
        world.Admin.Update(new Entity(table, customer.Id) { ["crmx_loyaltyexcluded"] = true });

        world.FulfilledOrder(customer, Price);

        Assert.Single(world.Entries());
        world.AssertReplayEqualsBalance();
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void Beyond_what_a_balance_holds(string table)
    {
        using var world = new LoyaltyWorld();
        world.ProduceProgramme(new("pointsperstep", 1_000_000), new("stepamount", 0.01m));
        EntityReference customer = world.ProduceCustomer(table);

        world.FulfilledOrder(customer, 20m);
        world.FulfilledOrder(customer, 2m);
        world.FulfilledOrder(customer, Price);

        Assert.Equal(2_000_000_000, Assert.Single(world.Entries())["crmx_points"]);
        world.AssertReplayEqualsBalance();
    }

    private static void Nothing(
        string table, string why, Action<LoyaltyWorld> prepare, Func<LoyaltyWorld, EntityReference>? customer = null)
    {
        using var world = new LoyaltyWorld();
        prepare(world);
        EntityReference order = world.ProduceOrder(customer?.Invoke(world) ?? world.ProduceCustomer(table), Price);

        string traced = world.Dataverse.Trace(() => world.Fulfil(order)).Render(withLines: true);

        Assert.Contains(why, traced);
        Entity fulfilled = world.Admin.Retrieve("salesorder", order.Id, new ColumnSet("statecode"));
        Assert.Equal(new OptionSetValue(3), fulfilled["statecode"]);
        Assert.Empty(world.Entries());
        Assert.Empty(world.Members());
    }

    private static Entity Deactivated(EntityReference row) => new(row.LogicalName, row.Id)
    {
        ["statecode"] = new OptionSetValue(1),
        ["statuscode"] = new OptionSetValue(2),
    };
}
