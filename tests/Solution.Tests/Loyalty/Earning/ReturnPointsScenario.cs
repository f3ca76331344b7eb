using System;
using System.Linq;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using static CrmExtensions.Solution.Tests.Loyalty.Earning.EarningFacts;

namespace CrmExtensions.Solution.Tests.Loyalty.Earning;

/// <summary>crmx_ReturnPoints and crmx_QuotePoints through the packed zip.</summary>
public sealed class ReturnPointsScenario : IDisposable
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
    [Trait("Rule", "L21")]
    [Trait("Rule", "L20")]
    public void A_returned_line_takes_back_what_it_earned_by_rule_and_not_its_share_of_the_total(string table)
    {
        EntityReference programme = world.ProduceProgramme();
        EntityReference a = world.ProduceProduct(), b = world.ProduceProduct();
        world.ProduceRule(programme, PointsPerUnit, Set("points", 10), Set("productid", a));
        EntityReference second = world.ProduceRule(programme, PointsPerUnit, Set("points", 20), Set("productid", b));
        EntityReference order = world.ProduceOrder(world.ProduceCustomer(table));
        world.AddLine(order, a, 10m);
        world.AddLine(order, b, 10m);
        EntityReference line = world.AddLine(order, world.ProduceProduct(), 20m);
        world.Fulfil(order);
        world.Admin.Update(new Entity(second.LogicalName, second.Id) { ["crmx_points"] = 500 });
        world.Admin.Update(new Entity(programme.LogicalName, programme.Id) { ["crmx_pointsperstep"] = 9 });

        OrganizationResponse answer = world.Admin.Execute(Return(order, "r1", (line, 1m)));

        Assert.Equal(20, answer["PointsTakenBack"]);
        Assert.Equal([70, -20], world.Points());
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L22")]
    public void Partial_returns_never_take_more_than_was_earned_and_all_of_it_with_the_last(string table)
    {
        world.ProduceProgramme();
        EntityReference customer = world.ProduceCustomer(table);
        EntityReference order = world.ProduceOrder(customer);
        EntityReference line = world.AddLine(order, world.ProduceProduct(), 3.34m, 3);
        world.Fulfil(order);

        for (int part = 1; part <= 3; part++) world.Admin.Execute(Return(order, "part " + part, (line, 1m)));
        world.Admin.Execute(Return(order, "part 3", (line, 1m)));

        Assert.Equal([10, -3, -3, -4], world.Points());
        Assert.Contains("More comes back", Refusal(Return(order, "part 4", (line, 1m))));
        Assert.Equal(0, world.BalanceOf(customer));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L25")]
    public void A_return_takes_the_lot_of_its_own_purchase_first(string table)
    {
        world.ProduceProgramme(Set("expirykind", Option(1)), Set("expirymonths", 12));
        EntityReference customer = world.ProduceCustomer(table);
        world.FulfilledOrder(customer, 100m);
        world.Clock.Advance(TimeSpan.FromDays(40));
        EntityReference recent = world.FulfilledOrder(customer, 50m);

        world.Admin.Execute(Return(recent, "r"));

        Assert.Contains("\"earned\":\"2026-04-10\"", (string)world.Entries()[2]["crmx_allocation"]);
        Assert.Contains("\"earned\":\"2026-03-01\"", (string)world.MemberOf(customer)["crmx_openlots"]);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L23")]
    public void Redeemed_points_come_back_pro_rata_and_the_earned_share_is_reduced_once(string table)
    {
        world.ProduceProgramme();
        EntityReference customer = world.ProduceCustomer(table);
        world.FulfilledOrder(customer, 1000m);
        EntityReference order = world.ProduceOrder(customer);
        EntityReference line = world.AddLine(order, world.ProduceProduct(), 10m, 10);
        world.Admin.Execute(new OrganizationRequest("crmx_ReservePoints")
        {
            ["Member"] = world.MemberOf(customer).ToEntityReference(),
            ["Points"] = 1000,
            ["DocumentTable"] = "salesorder",
            ["DocumentId"] = order.Id,
            ["RequestId"] = "reserve",
        });
        world.Fulfil(order);
        world.Dataverse.RunAsyncJobs();

        OrganizationResponse answer = world.Admin.Execute(Return(order, "half", (line, 5m)));

        Assert.Equal(45, answer["PointsTakenBack"]);
        Assert.Equal(500, answer["PointsRestored"]);
        Assert.Equal(1000 - 1000 + 90 - 45 + 500, world.BalanceOf(customer));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L28")]
    public void A_document_without_points_or_of_another_customer_is_refused_in_the_users_language(string table)
    {
        world.ProduceProgramme();
        EntityReference customer = world.ProduceCustomer(table);
        EntityReference order = world.FulfilledOrder(customer, 100m);
        EntityReference open = world.ProduceOrder(customer, 10m);
        EntityReference other = world.FulfilledOrder(world.ProduceCustomer(table), 10m);
        Entity member = world.MemberOf(customer);
        world.Admin.Update(new Entity(Crmx.Member, member.Id) { ["crmx_customerid"] = world.ProduceCustomer(table) });

        Assert.Contains("Nothing was earned", Refusal(Return(open, "a")));
        Assert.Contains("belongs to another customer", Refusal(Return(order, "b")));
        EntityReference line = new("salesorderdetail", Guid.NewGuid());
        Assert.Contains("Name lines of this document", Refusal(Return(other, "c", (line, 1m))));
        OrganizationRequest unreadable = Return(other, "d");
        unreadable["Lines"] = "[{\"line\":1}]";
        Assert.Contains("Write the lines as [{", Refusal(unreadable));
        unreadable["Lines"] = "[{\"line\":\"" + new string('-', 32) + "\",\"quantity\":1}]";
        Assert.Contains("Write the lines as [{", Refusal(unreadable));
        world.SetLanguage(new EntityReference("systemuser", world.Dataverse.AdministratorId), 1031);
        Assert.Contains("keine Punkte eingebracht", Refusal(Return(open, "a")));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L26")]
    public void After_spending_a_return_takes_what_is_left_or_leaves_a_debt(string table)
    {
        EntityReference programme = world.ProduceProgramme();
        EntityReference customer = world.ProduceCustomer(table);
        EntityReference first = world.FulfilledOrder(customer, 100m);
        world.Adjust(customer, -70);

        Assert.Equal(30, world.Admin.Execute(Return(first, "a"))["PointsTakenBack"]);
        world.Admin.Update(new Entity(programme.LogicalName, programme.Id) { ["crmx_negativepolicy"] = Option(2) });
        EntityReference second = world.FulfilledOrder(customer, 100m);
        world.Adjust(customer, -70);
        OrganizationResponse answer = world.Admin.Execute(Return(second, "b"));

        Assert.Equal(100, answer["PointsTakenBack"]);
        Assert.Equal(70, answer["Debt"]);
    }

    [Fact]
    public void Without_our_role_nobody_takes_points_back_and_a_clerk_does()
    {
        world.ProduceProgramme();
        EntityReference order = world.FulfilledOrder(world.ProduceCustomer("account"), 100m);
        IOrganizationService without = world.ProduceHolderOf("prvReadAccount");

        Assert.ThrowsAny<Exception>(() => without.Execute(Return(order, "a")));
        Assert.Single(world.Entries());

        IOrganizationService clerk = world.ProduceHolderOf(
            "prvCreatecrmx_ApiPermission", "prvReadOrder", "prvWriteOrder");
        Assert.Equal(100, clerk.Execute(Return(order, "a"))["PointsTakenBack"]);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    public void A_quote_says_what_an_open_order_would_earn_and_what_could_be_redeemed(string table)
    {
        world.ProduceProgramme();
        EntityReference customer = world.ProduceCustomer(table);
        world.FulfilledOrder(customer, 250m);

        OrganizationResponse answer = world.Admin.Execute(new OrganizationRequest("crmx_QuotePoints")
        {
            ["DocumentTable"] = "salesorder",
            ["DocumentId"] = world.ProduceOrder(customer, 80m).Id,
        });

        Assert.Equal(80, answer["Points"]);
        Assert.Equal(200, answer["RedeemablePoints"]);
        Assert.Equal(2m, answer["RedeemableValue"]);
        Assert.Single(world.Entries());
    }

    private string Refusal(OrganizationRequest request)
    {
        int before = world.Entries().Count;
        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => world.Admin.Execute(request));
        Assert.Equal(before, world.Entries().Count);
        return fault.Message;
    }

    private static OrganizationRequest Return(
        EntityReference document, string requestId, params (EntityReference Line, decimal Quantity)[] lines)
    {
        var request = new OrganizationRequest("crmx_ReturnPoints")
        {
            ["DocumentTable"] = document.LogicalName,
            ["DocumentId"] = document.Id,
            ["RequestId"] = requestId,
        };
        if (lines.Length > 0)
        {
            request["Lines"] = "[" + string.Join(",", lines.Select(line =>
                FormattableString.Invariant($"{{\"line\":\"{line.Line.Id:D}\",\"quantity\":{line.Quantity}}}"))) + "]";
        }

        return request;
    }
}
