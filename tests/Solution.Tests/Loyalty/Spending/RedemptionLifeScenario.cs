using System;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Loyalty.Spending;

public sealed class RedemptionLifeScenario
{
    private const int Reserved = 0, Committed = 1, Released = 2, Reversed = 3;

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L37")]
    public void A_fulfilled_order_uses_its_points_and_earns_with_a_row_of_its_own(string table)
    {
        using var world = new SpendingWorld(table, 300);
        EntityReference order = world.ProduceOrder(20m);
        OrganizationResponse reserved = world.Reserve(200, order);

        world.World.Fulfil(order);
        world.World.Dataverse.RunAsyncJobs();

        Assert.Equal(Committed, world.StateOf(reserved));
        Entity[] rows = world.World.Entries()
            .Where(row => row.GetAttributeValue<string>("crmx_sourceid") == order.Id.ToString("D")
                || row.GetAttributeValue<string>("crmx_sourcetable") == "crmx_redemption").ToArray();
        Assert.Equal(2, rows.Length);
        Assert.Equal(2, rows.Select(row => row["crmx_sourcekey"]).Distinct().Count());
    }

    [Theory]
    [InlineData("account", true)]
    [InlineData("account", false)]
    [InlineData("contact", true)]
    [InlineData("contact", false)]
    [Trait("Rule", "L33")]
    public void A_cancelled_order_gives_its_points_back(string table, bool raisesUpdate)
    {
        using var world = new SpendingWorld(table, 300, new Dataverse.Local.LocalDataverseOptions
        {
            Sales = new Dataverse.Local.Sales.SalesOptions { RaiseUpdateOnClose = raisesUpdate },
        });
        EntityReference order = world.ProduceOrder(20m);
        OrganizationResponse reserved = world.Reserve(200, order);
        Assert.Equal(100, world.Balance);

        world.World.Cancel(order);
        world.World.Dataverse.RunAsyncJobs();

        Assert.Equal(Released, world.StateOf(reserved));
        Assert.Equal(300, world.Balance);
        Assert.Equal(300, world.Available);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L33")]
    public void An_abandoned_order_gives_its_points_and_its_discount_back_once(string table)
    {
        using var world = new SpendingWorld(table, 300);
        EntityReference order = world.ProduceOrder(20m);
        OrganizationResponse reserved = world.Reserve(200, order);

        world.World.Clock.Advance(TimeSpan.FromMinutes(59));
        world.Release(reserved, onlyOverdue: true);
        Assert.Equal(Reserved, world.StateOf(reserved));
        world.World.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Release(reserved, onlyOverdue: true);
        world.Release(reserved, onlyOverdue: true);
        world.Release(reserved);

        Assert.Equal(Released, world.StateOf(reserved));
        Assert.Equal(300, world.Balance);
        Assert.Equal(20m, world.Money(order, "totalamount"));
        Assert.Equal(3, world.World.Entries().Count);
    }

    [Fact]
    [Trait("Rule", "L33")]
    public void A_reservation_that_has_run_out_is_not_committed_and_a_fulfilled_order_keeps_it()
    {
        using var world = new SpendingWorld("account", 300);
        OrganizationResponse forgotten = world.Reserve(100);
        EntityReference order = world.ProduceOrder(20m);
        OrganizationResponse used = world.Reserve(100, order);
        world.World.Clock.Advance(TimeSpan.FromMinutes(61));
        world.World.Fulfil(order);

        world.Release(used, onlyOverdue: true);

        Assert.Equal(Committed, world.StateOf(used));
        Assert.Contains("has run out", SpendingWorld.Refusal(() => world.Commit(forgotten)));
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "L24")]
    public void Points_come_back_with_the_last_day_that_they_had_or_with_grace(string table)
    {
        using var world = new SpendingWorld(
            table, 0,
            SpendingWorld.Setting("expirykind", new OptionSetValue(Crmx.FirstOption + 1)),
            SpendingWorld.Setting("expirymonths", 2),
            SpendingWorld.Setting("gracedays", 10));
        world.Adjust(300, "points with a last day");
        string lots = world.Row(world.Member).GetAttributeValue<string>("crmx_openlots");
        OrganizationResponse early = world.Reserve(300);
        world.Commit(early);
        world.World.Clock.Advance(TimeSpan.FromDays(30));

        world.Reverse(early);

        Assert.Equal(Reversed, world.StateOf(early));
        Assert.Equal(lots, world.Row(world.Member)["crmx_openlots"]);
        OrganizationResponse late = world.Reserve(300);
        world.Commit(late);
        world.World.Clock.Advance(TimeSpan.FromDays(60));
        world.Reverse(late);
        DateTime today = world.World.Clock.GetUtcNow().UtcDateTime.Date;
        Assert.Equal(today.AddDays(10), world.Row(world.Member)["crmx_nextexpiryon"]);
        Assert.Equal(300, world.Available);
    }

    [Fact]
    public void A_quotes_points_go_along_to_its_order()
    {
        using var world = new SpendingWorld("account", 300);
        EntityReference quote = world.ProduceQuote(20m);
        OrganizationResponse reserved = world.Reserve(200, quote);
        EntityReference order = world.ConvertToOrder(quote);
        Assert.Equal(18m, world.Money(order, "totalamount"));

        world.World.Clock.Advance(TimeSpan.FromHours(2));
        world.World.Fulfil(order);
        world.World.Dataverse.RunAsyncJobs();

        Assert.Equal(Committed, world.StateOf(reserved));
        Assert.Equal(order.Id.ToString("D"), world.Row(SpendingWorld.RedemptionOf(reserved))["crmx_documentid"]);
    }

    [Fact]
    public void A_commit_repeats_and_a_released_redemption_is_neither_committed_nor_used_twice()
    {
        using var world = new SpendingWorld("contact", 300);
        OrganizationResponse reserved = world.Reserve(200);
        world.Commit(reserved);
        Assert.Equal(200, world.Commit(reserved)["Points"]);

        world.Reverse(reserved);

        Assert.Contains("taken back", SpendingWorld.Refusal(() => world.Commit(reserved)));
        var unknown = new OrganizationRequest("crmx_ReleaseRedemption")
        {
            ["Redemption"] = new EntityReference("crmx_redemption", Guid.NewGuid()),
        };
        Assert.Contains("Diese Einlösung oder diesen Gutscheincode gibt es nicht", world.GermanRefusal(unknown));
        world.OnlyWith("prvCreatecrmx_ApiPermission", unknown);
    }
}
